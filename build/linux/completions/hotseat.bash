# Completions of hotseat for bash.
_hotseat() {
  local current=${COMP_WORDS[COMP_CWORD]} command= word
  local -a candidates=()
  COMPREPLY=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      -*) ;;
      *) command=$word; break ;;
    esac
  done
  case $command in
    '') candidates=(list whoami switch next previous login logout lock remove open status diagnose completion help version) ;;
    list) candidates=(--json) ;;
    whoami) candidates=(--json) ;;
    switch) candidates=(--json) ;;
    next) candidates=(--json) ;;
    previous) candidates=(--json) ;;
    login) candidates=(--json) ;;
    logout) candidates=(--yes --json) ;;
    lock) candidates=(--all --json) ;;
    remove) candidates=(--yes --json) ;;
    open) candidates=(--json) ;;
    status) candidates=(--json) ;;
    diagnose) candidates=(--addresses --save --json) ;;
    completion) candidates=(bash zsh fish powershell) ;;
  esac
  case $command in
    switch|login|logout|lock|remove|open)
      if [[ $current != -* ]]; then
        while IFS= read -r word; do candidates+=("$word"); done < <(hotseat completion accounts 2>/dev/null)
      fi
      ;;
  esac
  for word in "${candidates[@]}"; do
    if [[ $word == "$current"* ]]; then COMPREPLY+=("$word"); fi
  done
}
complete -F _hotseat hotseat
