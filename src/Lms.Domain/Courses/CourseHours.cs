namespace Lms.Domain.Courses;

/// <summary>
/// Hours of work: on one's own and live. Not negative, in whole or half hours as the author states.
/// </summary>
public sealed record CourseHours(decimal Self, decimal Live)
{
    public decimal Total => Self + Live;

    /// <summary>
    /// ECTS credits with one decimal, rounded half up (a Ukrainian credit is 30 hours: Law on Higher
    /// Education, art. 1; the pack says how many hours make a credit). Null under 0.05, which rounds to nothing: such a course
    /// states its hours alone.
    /// </summary>
    public decimal? Credits(int hoursPerCredit)
    {
        var credits = Math.Round(Total / hoursPerCredit, 1, MidpointRounding.AwayFromZero);
        return credits == 0 ? null : credits;
    }
}
