"""Calls in Teams: the customer rings the trainee through Azure Communication Services.

`ringer` places the call, Azure opens a WebSocket to us for its sound (`wire`) and tells of its
course at a callback address (`events`); `routes` serves both. `legs` remembers how each call
stands, so that nobody is rung twice. Only `automation` knows Azure's SDK.
"""
