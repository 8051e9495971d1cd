"""x"""
from malirights.faces.files import read, read_all
from malirights.find.quotes import find_quotes
from malirights.parsing import parse, parse_statement
from malirights.model import *
def statements(x): 
    return x.statements if hasattr(x,'statements') else (x,)
