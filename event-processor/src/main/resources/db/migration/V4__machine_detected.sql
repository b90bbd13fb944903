-- The outcome of an asynchronous answering-machine detection: a line of the call's history.

alter type call_event_type add value 'call.machine_detected' after 'call.answered';
