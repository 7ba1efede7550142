using Lms.Web.Backups;

namespace Lms.Web.Tests.Backups;

/// <summary>When a backup is due, in the time of the organisation.</summary>
public sealed class BackupTimesTests
{
    private static readonly TimeZoneInfo Kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");

    [Theory]
    [InlineData("2026-11-25T08:00:00Z", 2, "2026-11-25T00:00:00Z")]
    [InlineData("2026-11-25T00:00:00Z", 2, "2026-11-25T00:00:00Z")]
    [InlineData("2026-11-24T23:59:59Z", 2, "2026-11-24T00:00:00Z")]
    [InlineData("2026-07-01T08:00:00Z", 2, "2026-06-30T23:00:00Z")]
    // The clocks of 29 March 2026 have no half past three; of 25 October two.
    [InlineData("2026-03-29T08:00:00Z", 3, "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25T08:00:00Z", 3, "2026-10-25T01:00:00Z")]
    public void The_night_hour_is_of_the_organisation(string now, int hour, string night) =>
        Assert.Equal(At(night), BackupTimes.LastNight(At(now), hour, Kyiv));

    [Theory]
    [InlineData(null, true)]
    [InlineData("2026-11-24T23:59:00Z", true)]
    [InlineData("2026-11-25T00:00:00Z", false)]
    [InlineData("2026-11-25T07:00:00Z", false)]
    public void A_backup_is_due_when_none_was_made_since_the_night(string? last, bool isDue) =>
        Assert.Equal(
            isDue,
            BackupTimes.IsBackupDue(
                last is null ? null : At(last),
                At("2026-11-25T08:00:00Z"),
                2,
                Kyiv
            )
        );

    [Fact]
    public void After_26_hours_without_a_good_one_it_is_an_alarm()
    {
        var now = At("2026-11-25T08:00:00Z");
        Assert.True(BackupTimes.IsAlarming(null, now));
        Assert.True(BackupTimes.IsAlarming(now.AddHours(-26), now));
        Assert.False(BackupTimes.IsAlarming(now.AddHours(-25), now));
    }

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
