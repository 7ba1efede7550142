using Lms.Domain.Certification;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Data;

namespace Lms.Web.Features.Shared.Demo;

/// <summary>What was invented and is not written yet, table by table.</summary>
internal sealed class DemoRows
{
    public List<Person> People { get; } = [];

    public List<Access.Account> Accounts { get; } = [];

    public List<Grant> Grants { get; } = [];

    public List<Post> Posts { get; } = [];

    public List<CommunityMove> Moves { get; } = [];

    public List<ServedTerritory> Areas { get; } = [];

    public List<Unavailability> Absences { get; } = [];

    public List<Enrolment> Enrolments { get; } = [];

    public List<EnrolmentVersion> Versions { get; } = [];

    public List<LessonProgress> Lessons { get; } = [];

    public List<Attempt> Attempts { get; } = [];

    public List<AttemptResult> Results { get; } = [];

    public List<Passed> Passes { get; } = [];

    public List<Completion> Completions { get; } = [];

    public List<Certificate> Certificates { get; } = [];

    public List<IssueLogEntry> IssueLog { get; } = [];

    public List<CertificationPeriod> Periods { get; } = [];

    public List<Assignment> Assignments { get; } = [];

    /// <summary>Rows that others point at come before them.</summary>
    public async Task WriteAsync(LmsDbContext db, CancellationToken cancel)
    {
        People.ForEach(NameKeys.Set);
        await db.AddManyAsync(People, cancel);
        await db.AddManyAsync(Accounts, cancel);
        await db.AddManyAsync(Grants, cancel);
        await db.AddManyAsync(Posts, cancel);
        await db.AddManyAsync(Moves, cancel);
        await db.AddManyAsync(Areas, cancel);
        await db.AddManyAsync(Absences, cancel);
        await db.AddManyAsync(Enrolments, cancel);
        await db.AddManyAsync(Versions, cancel);
        await db.AddManyAsync(Lessons, cancel);
        await db.AddManyAsync(Attempts, cancel);
        await db.AddManyAsync(Results, cancel);
        await db.AddManyAsync(Passes, cancel);
        await db.AddManyAsync(Completions, cancel);
        await db.AddManyAsync(Certificates, cancel);
        await db.AddManyAsync(IssueLog, cancel);
        await db.AddManyAsync(Periods, cancel);
        await db.AddManyAsync(Assignments, cancel);
    }
}
