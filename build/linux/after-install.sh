#!/bin/sh
# After installing or upgrading: the command, Chromium's sandbox, the lists of the desktop.
set -e

folder=/opt/Hotseat
ln -sf $folder/hotseat /usr/bin/hotseat

# Chromium's sandbox is made of user namespaces; where ordinary users have none, its helper needs root's rights.
if [ "$(cat /proc/sys/kernel/unprivileged_userns_clone 2>/dev/null || echo 1)" = 1 ] && unshare --user true 2>/dev/null; then
  chmod 0755 $folder/chrome-sandbox
else
  chmod 4755 $folder/chrome-sandbox
fi

# Where AppArmor keeps user namespaces from ordinary programs (Ubuntu 24.04 on), a profile gives them to Hotseat.
profile=$folder/resources/apparmor-profile
if apparmor_status --enabled >/dev/null 2>&1 && apparmor_parser --skip-kernel-load --debug $profile >/dev/null 2>&1; then
  cp -f $profile /etc/apparmor.d/hotseat
  apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/hotseat || true
fi

if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q /usr/share/applications || true; fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then gtk-update-icon-cache -q -t /usr/share/icons/hicolor || true; fi
