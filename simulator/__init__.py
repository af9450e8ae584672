"""Telegram on one machine: a loopback Bot API server, phones for tests, and a page that feels like a chat app."""

from simulator.clock import Clock, ClockError
from simulator.errors import PhoneError
from simulator.groups import Group
from simulator.phone import Person
from simulator.records import Button, Message, Tap
from simulator.simulator import Simulator

__all__ = ["Button", "Clock", "ClockError", "Group", "Message", "Person", "PhoneError", "Simulator", "Tap"]
