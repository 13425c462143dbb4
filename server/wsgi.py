"""The application for a WSGI server: `gunicorn -c server/gunicorn.conf.py server.wsgi:app`."""

from server.app import create_app, warm_up

app = create_app()
warm_up(app)
