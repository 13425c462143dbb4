"""The application for a WSGI server: `gunicorn -c server/gunicorn.conf.py server.wsgi:app`."""

from server.app import create_app

app = create_app()
