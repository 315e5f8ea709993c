#!/usr/bin/env bash
#
# Makes a base image out of this machine: a shell, the few tools that scripts need, and a Java runtime or other programs,
# with the libraries all of them load. Asks no network.
#
#   base-image.sh TAG java JDK_HOME       the runtime of a JDK, at /opt/java/openjdk and on the path
#   base-image.sh TAG program FILE …      programs, in /usr/bin

set -euo pipefail

readonly TOOLS=(bash sh env cat ls cp mv rm mkdir chmod chown ln touch sleep date id uname hostname head tail wc tr cut
  sort tee true false echo dirname basename readlink mktemp timeout kill grep sed find xargs)
# What the C library opens by name when it looks up hosts and users, and what libraries need that come in jars.
readonly FURTHER_LIBRARIES=(libnss_files.so.2 libnss_dns.so.2 libpthread.so.0 libdl.so.2 librt.so.1 libm.so.6 libgcc_s.so.1
  libstdc++.so.6)

tag="$1"
kind="$2"
shift 2

root="$(mktemp -d)"
trap 'rm -rf "$root"' EXIT

# Keeps the real directory of a file, as /bin and /lib are links.
copy() {
  local real
  real="$(readlink -f "$(dirname "$1")")/$(basename "$1")"
  [[ -e "$root$real" ]] || { mkdir -p "$root$(dirname "$real")" && cp -L "$real" "$root$real"; }
}

copy_libraries_of() {
  local library
  { ldd "$@" 2> /dev/null || true; } | grep -oE '(=> )?/[^ :()]+' | sed 's/^=> //' | sort -u |
    while read -r library; do
      if [[ -f "$library" && "$library" != "$root"* ]]; then copy "$library"; fi
    done
}

mkdir -p "$root"/usr/{bin,sbin,lib,lib64} "$root"/{etc,tmp,proc,sys,dev,root,var/lib,home/appuser}
for directory in bin sbin lib lib64; do ln -s "usr/$directory" "$root/$directory"; done
chmod 755 "$root"
chmod 1777 "$root/tmp"

for tool in "${TOOLS[@]}"; do
  file="$(type -P "$tool")"
  copy "$file"
  copy_libraries_of "$file"
done
libraries="$(dirname "$(ldconfig -p | sed -n 's/.*=> \(.*\/libc\.so\.6\)$/\1/p' | head -n 1)")"
for library in "${FURTHER_LIBRARIES[@]}"; do
  if [[ -f "$libraries/$library" ]]; then copy "$libraries/$library"; fi
done
cp -a /usr/lib/locale/C.utf8 "$root/usr/lib/" 2> /dev/null || true

changes=(-c 'ENV LANG=C.UTF-8')
if [[ "$kind" == java ]]; then
  runtime="$root/opt/java/openjdk"
  mkdir -p "$runtime"
  # Some distributions link to files that are not installed, such as src.zip.
  for part in bin conf lib release; do cp -rL "$1/$part" "$runtime/" 2> /dev/null || true; done
  rm -rf "$runtime"/lib/{src.zip,ct.sym} "$runtime"/bin/{jlink,javac,javadoc,jpackage}
  mapfile -t objects < <(find "$runtime" -type f \( -name '*.so' -o -path '*/bin/java' \))
  copy_libraries_of "${objects[@]}"
  changes+=(-c 'ENV JAVA_HOME=/opt/java/openjdk' -c 'ENV PATH=/opt/java/openjdk/bin:/usr/sbin:/usr/bin')
else
  for program in "$@"; do
    cp "$program" "$root/usr/bin/"
    copy_libraries_of "$program"
  done
  changes+=(-c 'ENV PATH=/usr/sbin:/usr/bin')
fi

printf 'root:x:0:0:root:/root:/bin/bash\nappuser:x:1000:1000::/home/appuser:/bin/bash\n' > "$root/etc/passwd"
printf 'root:x:0:\nappuser:x:1000:\n' > "$root/etc/group"
printf 'passwd: files\ngroup: files\nhosts: files dns\n' > "$root/etc/nsswitch.conf"
chown 1000:1000 "$root/home/appuser"

tar -C "$root" -c . | docker import "${changes[@]}" - "$tag" > /dev/null
