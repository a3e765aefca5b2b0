# Completions of hotseat for fish.
complete -c hotseat -f
complete -c hotseat -n __fish_use_subcommand -a list -d 'List the accounts'
complete -c hotseat -n __fish_use_subcommand -a whoami -d 'Say who is active'
complete -c hotseat -n __fish_use_subcommand -a switch -d 'Make an account active'
complete -c hotseat -n __fish_use_subcommand -a next -d 'Switch to the next account of the list'
complete -c hotseat -n __fish_use_subcommand -a previous -d 'Switch to the previous account of the list'
complete -c hotseat -n __fish_use_subcommand -a login -d 'Open the window to log in, or to add an account'
complete -c hotseat -n __fish_use_subcommand -a logout -d 'Log an account out'
complete -c hotseat -n __fish_use_subcommand -a lock -d 'Lock an account, the active one by default, or all'
complete -c hotseat -n __fish_use_subcommand -a remove -d 'Remove an account from this computer'
complete -c hotseat -n __fish_use_subcommand -a open -d 'Open the window, as an account where one is named'
complete -c hotseat -n __fish_use_subcommand -a status -d 'Say how Hotseat is'
complete -c hotseat -n __fish_use_subcommand -a diagnose -d 'Check what Hotseat needs, for whoever helps'
complete -c hotseat -n __fish_use_subcommand -a completion -d 'Print completions for a shell'
complete -c hotseat -n __fish_use_subcommand -a help -d 'Show the commands'
complete -c hotseat -n __fish_use_subcommand -a version -d 'Show the version'
complete -c hotseat -n '__fish_seen_subcommand_from list' -l json
complete -c hotseat -n '__fish_seen_subcommand_from whoami' -l json
complete -c hotseat -n '__fish_seen_subcommand_from switch' -l json
complete -c hotseat -n '__fish_seen_subcommand_from next' -l json
complete -c hotseat -n '__fish_seen_subcommand_from previous' -l json
complete -c hotseat -n '__fish_seen_subcommand_from login' -l json
complete -c hotseat -n '__fish_seen_subcommand_from logout' -l yes
complete -c hotseat -n '__fish_seen_subcommand_from logout' -l json
complete -c hotseat -n '__fish_seen_subcommand_from lock' -l all
complete -c hotseat -n '__fish_seen_subcommand_from lock' -l json
complete -c hotseat -n '__fish_seen_subcommand_from remove' -l yes
complete -c hotseat -n '__fish_seen_subcommand_from remove' -l json
complete -c hotseat -n '__fish_seen_subcommand_from open' -l json
complete -c hotseat -n '__fish_seen_subcommand_from status' -l json
complete -c hotseat -n '__fish_seen_subcommand_from diagnose' -l addresses
complete -c hotseat -n '__fish_seen_subcommand_from diagnose' -l save -r -F
complete -c hotseat -n '__fish_seen_subcommand_from diagnose' -l json
complete -c hotseat -n '__fish_seen_subcommand_from switch login logout lock remove open' -a '(hotseat completion accounts 2>/dev/null)'
complete -c hotseat -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish powershell'
