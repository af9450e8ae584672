"""Hears what other processes ring, through PostgreSQL's NOTIFY; with SQLite there is nothing to hear."""

from threading import Event, Lock, Thread

import psycopg
from sqlalchemy import URL

from storage.transactions import CHANNEL
from storage.wake import Wake

_RETRY_SECONDS = 1.0
_LOOK_SECONDS = 0.2


class Listener:
    """A thread with a connection of its own that starts when somebody first waits and survives a lost database."""

    def __init__(self, url: URL, wake: Wake) -> None:
        self._url = url
        self._wake = wake
        self._stop = Event()
        self._lock = Lock()
        self._thread: Thread | None = None

    def start(self) -> None:
        if self._url.get_backend_name() != "postgresql":
            return
        with self._lock:
            if self._thread is None:
                self._thread = Thread(target=self._run, name="listener", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._listen()
            except psycopg.Error:
                self._stop.wait(_RETRY_SECONDS)

    def _listen(self) -> None:
        address = self._url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True, connect_timeout=5) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            # Rings that came while nobody listened are lost: everybody looks once.
            self._wake.sound_all()
            while not self._stop.is_set():
                for notice in connection.notifies(timeout=_LOOK_SECONDS):
                    self._wake.sound([notice.payload])
