"""Servers that misbehave, on this machine alone.

animals.py   one function a misbehaviour; its name is the name of the host, `never_answers` is never-answers.zoo
keeper.py    lets them out on loopback, tells where each one is, and writes down what it was asked
"""
