package com.voicesurvey.telephony.domain;

/** A language that the survey's dialogue speaks. */
public enum Language {
    EN,
    IT
}
