namespace Lms.Web;

/// <summary>How long what names people is kept, in days; docs/operating.md says what each is for.</summary>
public sealed record RetentionSettings
{
    /// <summary>Answers, files handed in and remarks, from the end of their attempt.</summary>
    public int AnswerDays { get; init; } = 3 * 365;

    /// <summary>Network address and device of a session, from the day it was last seen.</summary>
    public int NetworkDays { get; init; } = 30;

    /// <summary>
    /// Address and words of a letter, from the day it was sent; of one that never went, from the day it
    /// was to go.
    /// </summary>
    public int LetterDays { get; init; } = 30;

    /// <summary>Requests for an account, since they were asked or decided.</summary>
    public int RegistrationDays { get; init; } = 60;

    /// <summary>In which a person may take back the wish to be erased.</summary>
    public int ErasureDays { get; init; } = 14;

    /// <summary>Without a sign-in, after which an account is listed as unused.</summary>
    public int UnusedDays { get; init; } = 365;

    /// <summary>What people wrote and asked in live sessions, and who voted what, from the end of each.</summary>
    public int ChatDays { get; init; } = 90;

    /// <summary>Voice, pictures and captions of live sessions, from the end of each.</summary>
    public int RecordingDays { get; init; } = 365;

    /// <summary>Beats, watched stretches and check-ins of live sessions; that one attended stays.</summary>
    public int AttendanceDays { get; init; } = 3 * 365;

    internal IEnumerable<string> Faults() =>
        new (string Name, int Days)[]
        {
            (nameof(AnswerDays), AnswerDays),
            (nameof(NetworkDays), NetworkDays),
            (nameof(LetterDays), LetterDays),
            (nameof(RegistrationDays), RegistrationDays),
            (nameof(ErasureDays), ErasureDays),
            (nameof(UnusedDays), UnusedDays),
            (nameof(ChatDays), ChatDays),
            (nameof(RecordingDays), RecordingDays),
            (nameof(AttendanceDays), AttendanceDays),
        }
            .Where(one => one.Days is < 1 or > 36_500)
            .Select(one =>
                $"Lms:Retention:{one.Name} — має бути від 1 до 36500 днів. | Must be 1 to 36,500 days."
            );
}
