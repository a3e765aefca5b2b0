#!/bin/sh
# After removing, not after upgrading: what the installer made goes, what people made stays and is named.
set -e

case "$1" in remove | 0) ;; *) exit 0 ;; esac

rm -f /usr/bin/hotseat
if [ -f /etc/apparmor.d/hotseat ]; then
  apparmor_parser --remove /etc/apparmor.d/hotseat 2>/dev/null || true
  rm -f /etc/apparmor.d/hotseat
fi
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q /usr/share/applications || true; fi

echo 'Hotseat is removed. Accounts stay in the folder .config/Hotseat of each person’s home.'
echo 'Who does not want them any more deletes that folder, or had them removed in Hotseat before.'
