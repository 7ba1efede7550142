using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Certification;

public sealed class DeltaTests
{
    private static readonly CourseId Course = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly PersonId Person = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly ChangedPart Block = new(default, "signs");

    private static readonly MajorChange Second = Change(2, "2026-03-01");
    private static readonly MajorChange Third = Change(3, "2026-06-01");

    [Theory]
    [InlineData(1, "2026-02-28", "")]
    [InlineData(1, "2026-03-01", "2")]
    [InlineData(1, "2026-06-01", "2 3")]
    [InlineData(2, "2026-06-01", "3")]
    [InlineData(3, "2026-06-01", "")]
    [InlineData(4, "2026-06-01", "")]
    public void Whoever_completed_an_older_version_owes_the_changes_since(
        int version,
        string day,
        string owed
    ) => Assert.Equal(owed, Versions(Owed(Held(version), day)));

    [Fact]
    public void What_was_taken_is_owed_no_longer()
    {
        DeltaTaken[] taken = [new(Person, Course, 2, Holder.Day("2026-06-15"))];

        Assert.Equal("2 3", Versions(Owed(Held(1), "2026-06-14", taken)));
        Assert.Equal("3", Versions(Owed(Held(1), "2026-06-15", taken)));
        Assert.Equal(
            "2 3",
            Versions(Owed(Held(1), "2026-06-15", [taken[0] with { Person = default }]))
        );
    }

    [Fact]
    public void Nothing_is_owed_when_the_certificate_has_ended_or_the_change_names_no_part()
    {
        var held = Held(1) with { ValidUntil = Holder.Day("2026-07-01") };

        Assert.Equal("2 3", Versions(Owed(held, "2026-07-01")));
        Assert.Equal("", Versions(Owed(held, "2026-07-02")));
        var nothing = Second with { Blocks = [], Questions = [] };
        Assert.Empty(Deltas.OwedBy(Held(1), [nothing], [], [], Holder.Day("2026-07-01")));
    }

    [Fact]
    public void The_days_run_from_the_publication_or_a_later_completion_and_leave_is_not_counted()
    {
        Assert.Equal("2026-03-31", DueOn(Held(1), []));
        var later = Held(1) with { CompletedOn = Holder.Day("2026-03-10") };
        Assert.Equal("2026-04-09", DueOn(later, []));
        DaySpan[] leave = [new(Holder.Day("2026-02-20"), Holder.Day("2026-03-10"))];
        Assert.Equal("2026-04-09", DueOn(Held(1), leave));
        var owed = Owed(Held(1), "2026-04-01")[0];
        Assert.True(owed.IsOverdueOn(Holder.Day("2026-04-01")));
        Assert.False(owed.IsOverdueOn(Holder.Day("2026-03-31")));

        static string DueOn(CompletedVersion held, DaySpan[] leave) =>
            Deltas
                .OwedBy(held, [Third, Second], [], leave, Holder.Day("2026-03-15"))[0]
                .DueOn.ToString("O");
    }

    private static MajorChange Change(int version, string published) =>
        new(Course, version, Holder.Day(published), "417", [Block], [], 30);

    private static CompletedVersion Held(int version) =>
        new(Person, Course, version, Holder.Day("2026-01-10"), null);

    private static IReadOnlyList<DeltaOwed> Owed(
        CompletedVersion held,
        string day,
        params DeltaTaken[] taken
    ) => Deltas.OwedBy(held, [Third, Second], taken, [], Holder.Day(day));

    private static string Versions(IEnumerable<DeltaOwed> owed) =>
        string.Join(' ', owed.Select(one => one.Change.Version));
}
