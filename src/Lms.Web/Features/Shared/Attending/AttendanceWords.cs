using Lms.Domain.Live;

namespace Lms.Web.Features.Shared.Attending;

/// <summary>«відвідано, 14 хв надолужено»: the same words for the same attendance on every page.</summary>
public static class AttendanceWords
{
    public static string Verdict(Texts texts, AttendanceLine line, bool isOver) =>
        !isOver
            ? texts["shared.attendance.running"]
            : line.Attendance.Verdict switch
            {
                AttendanceVerdict.Attended => texts["shared.attendance.attended"],
                AttendanceVerdict.MadeUp => texts.Fill(
                    "shared.attendance.made-up",
                    line.MadeUpMinutes
                ),
                AttendanceVerdict.NotAttended => texts["shared.attendance.not-attended"],
            };

    /// <summary>Why it was not attended, in one sentence; null when it was, or is not over.</summary>
    public static string? Why(Texts texts, SessionLog log, AttendanceLine line)
    {
        if (!log.IsOver || line.IsAttended)
        {
            return null;
        }

        var rule = log.Session.Rule;
        return line.Decision is not null ? texts["shared.attendance.why.decided"]
            : line.LiveMinutes == 0 ? texts["shared.attendance.why.no-time"]
            : line.ChecksAnswered * 3 < line.ChecksAsked * rule.ChecksInThirds
                ? texts.Fill("shared.attendance.why.checks", line.ChecksAnswered, line.ChecksAsked)
            : texts.Fill("shared.attendance.why.minutes", line.Percent, rule.Percent);
    }
}
