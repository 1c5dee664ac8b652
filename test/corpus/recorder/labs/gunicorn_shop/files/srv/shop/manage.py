import sqlite3
import subprocess

sqlite3.connect("/srv/shop/var/shop.db").execute("create table if not exists moved(id integer)")
print(subprocess.run(["git", "-C", "/srv/shop", "rev-parse", "HEAD"], capture_output=True, text=True).stdout)
