using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;

namespace Lms.Domain.Tests.Learning;

public sealed class EnrolmentTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly EnrolmentId Id = new(new("11111111-0000-7000-8000-000000000001"));
    private static readonly PersonId Person = new(new("22222222-0000-7000-8000-000000000002"));

    private static readonly CourseVersion Version = new()
    {
        Id = new(new("33333333-0000-7000-8000-000000000003")),
        CourseId = new(new("44444444-0000-7000-8000-000000000004")),
        Number = 5,
        ContentHash = "",
        PublishedAt = Noon.AddDays(-1),
        Manifest = new()
        {
            Title = "",
            Language = "uk",
            Hours = new(1, 0),
            Certificate = new("", null, "", []),
        },
    };

    private readonly Enrolment enrolment = Enrolment.On(Id, Person, Version, Noon);

    [Fact]
    public void A_person_is_enrolled_on_the_first_edition_of_the_course()
    {
        Assert.Equal((Id, Person), (enrolment.Id, enrolment.PersonId));
        Assert.Equal((Version.CourseId, 1), (enrolment.CourseId, enrolment.Edition));
        Assert.Equal(Noon, enrolment.EnrolledAt);
    }

    [Fact]
    public void The_history_begins_with_the_version_that_was_read_first()
    {
        var first = Assert.Single(enrolment.Versions);

        Assert.Equal((Id, Person), (first.EnrolmentId, first.PersonId));
        Assert.Equal((1, Version.Id), (first.Position, first.CourseVersionId));
        Assert.Equal((Noon, VersionReason.Enrolled), (first.From, first.Reason));
    }

    [Fact]
    public void A_new_enrolment_has_no_facts()
    {
        Assert.Empty(enrolment.Lessons);
        Assert.Empty(enrolment.Attempts);
        Assert.Null(enrolment.Completion);
    }
}
