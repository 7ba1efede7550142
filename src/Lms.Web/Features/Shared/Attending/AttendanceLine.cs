using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Shared.Attending;

/// <summary>One person in one session, as far as is known.</summary>
/// <param name="Attendance">The verdict with all that counts, what was made up among it.</param>
/// <param name="Gaps">Live time the person was not there, whether made up since or not.</param>
/// <param name="Background">Of the time there, how long the page was hidden and silent, in milliseconds.</param>
/// <param name="Decision">The last one of a trainer that was not taken back.</param>
public sealed record AttendanceLine(
    PersonId Person,
    Attendance Attendance,
    IReadOnlyList<Span> Gaps,
    long Background,
    int ChecksAsked,
    int ChecksAnswered,
    CheckIn? CheckIn,
    AttendanceDecision? Decision
)
{
    /// <summary>Whole minutes, rounded down: nobody is told of a minute they were not there.</summary>
    public int Minutes => MinutesOf(Attendance.Present);

    public int LiveMinutes => MinutesOf(Attendance.Live);

    public int MadeUpMinutes => MinutesOf(Attendance.Made);

    public int BackgroundMinutes => MinutesOf(Background);

    /// <summary>Of the live time, rounded down.</summary>
    public int Percent =>
        Attendance.Live == 0 ? 0 : (int)(Attendance.Present * 100 / Attendance.Live);

    public bool IsAttended =>
        Attendance.Verdict is AttendanceVerdict.Attended or AttendanceVerdict.MadeUp;

    public static int MinutesOf(long milliseconds) => (int)(milliseconds / 60_000);
}
