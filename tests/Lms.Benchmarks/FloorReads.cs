using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lms.Benchmarks;

/// <summary>
/// What a lesson page must know, read in two ways: the account with its grants; the enrolment with
/// its version, the lessons read and the quizzes passed; the note and the ticks beside the lesson. True
/// when the first two were there.
/// </summary>
internal static class FloorReads
{
    private static readonly Func<SqliteLmsDbContext, AccountId, Task<AccountRow?>> FindAccount =
        EF.CompileAsyncQuery(
            (SqliteLmsDbContext db, AccountId id) =>
                db
                    .Accounts.IgnoreQueryFilters()
                    .Where(account => account.Id == id)
                    .Select(account => new AccountRow(
                        account.PersonId,
                        account.SecurityStamp,
                        account
                            .Grants.Select(g => new HeldGrant(g.Role, g.Territory, g.From, g.To))
                            .ToList()
                    ))
                    .FirstOrDefault()
        );

    private static readonly Func<
        SqliteLmsDbContext,
        PersonId,
        CourseId,
        Task<StandingRow?>
    > FindStanding = EF.CompileAsyncQuery(
        (SqliteLmsDbContext db, PersonId person, CourseId course) =>
            db
                .Enrolments.IgnoreQueryFilters()
                .Where(e => e.PersonId == person && e.CourseId == course)
                .OrderByDescending(e => e.Edition)
                .Select(e => new StandingRow(
                    e.Versions.OrderByDescending(v => v.Position)
                        .Select(v => v.CourseVersionId)
                        .First(),
                    e.Completion == null ? null : e.Completion.CompletedAt,
                    e.Lessons.Select(lesson => lesson.ActivityId).ToList(),
                    e.Attempts.Where(a =>
                            db.AttemptResults.Any(r => r.AttemptId == a.Id && r.IsPassed)
                        )
                        .Select(a => a.ActivityId)
                        .ToList()
                ))
                .FirstOrDefault()
    );

    private static readonly Func<
        SqliteLmsDbContext,
        PersonId,
        ActivityId,
        IAsyncEnumerable<string>
    > FindOwn = EF.CompileAsyncQuery(
        (SqliteLmsDbContext db, PersonId person, ActivityId lesson) =>
            db
                .ChecklistTicks.IgnoreQueryFilters()
                .Where(t => t.PersonId == person && t.ActivityId == lesson && t.IsTicked)
                .Select(t => t.Entry)
                .Concat(
                    db.LessonNotes.IgnoreQueryFilters()
                        .Where(n => n.PersonId == person && n.ActivityId == lesson)
                        .Select(n => n.Text)
                )
    );

    private const string OwnSql = """
        SELECT Entry FROM ChecklistTicks
        WHERE PersonId = $person AND ActivityId = $lesson AND IsTicked
        UNION ALL
        SELECT Text FROM LessonNotes WHERE PersonId = $person AND ActivityId = $lesson
        """;

    private const string AccountSql = """
        SELECT a.PersonId, a.SecurityStamp, g.Role, g.Territory, g."From", g."To"
        FROM Accounts a LEFT JOIN Grants g ON g.AccountId = a.Id
        WHERE a.Id = $account
        """;

    private const string StandingSql = """
        SELECT s.Version, s.CompletedAt, l.ActivityId, p.ActivityId
        FROM (
            SELECT e.Id, c.CompletedAt,
                (SELECT v.CourseVersionId FROM EnrolmentVersions v
                 WHERE v.EnrolmentId = e.Id ORDER BY v.Position DESC LIMIT 1) AS Version
            FROM Enrolments e LEFT JOIN Completions c ON c.EnrolmentId = e.Id
            WHERE e.PersonId = $person AND e.CourseId = $course
            ORDER BY e.Edition DESC LIMIT 1
        ) s
        LEFT JOIN LessonProgress l ON l.EnrolmentId = s.Id
        LEFT JOIN Attempts p ON p.EnrolmentId = s.Id AND EXISTS (
            SELECT 1 FROM AttemptResults r WHERE r.AttemptId = p.Id AND r.IsPassed
        )
        """;

    public static async Task<bool> ByEfAsync(SqliteLmsDbContext db, Guid account, Plan plan)
    {
        if (
            await FindAccount(db, new(account)) is not { Person: { } person }
            || await FindStanding(db, person, new(plan.Course)) is not { Read.Count: > 0 }
        )
        {
            return false;
        }

        await foreach (var _ in FindOwn(db, person, new(plan.Lesson))) { }
        return true;
    }

    public static bool ByAdo(SqliteConnection connection, Guid account, Plan plan)
    {
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = AccountSql;
        command.Parameters.AddWithValue("$account", account);
        string? person = null;
        var grants = new List<string>();
        using (var row = command.ExecuteReader())
        {
            while (row.Read())
            {
                person = row.GetString(0);
                grants.Add(row.GetString(2));
            }
        }

        using var standing = connection.CreateCommand();
        standing.CommandText = StandingSql;
        standing.Parameters.AddWithValue("$person", person);
        standing.Parameters.AddWithValue("$course", plan.Course);
        var read = new HashSet<Guid>();
        using (var row = standing.ExecuteReader())
        {
            while (row.Read())
            {
                read.Add(row.GetGuid(2));
            }
        }

        using var own = connection.CreateCommand();
        own.CommandText = OwnSql;
        own.Parameters.AddWithValue("$person", person);
        own.Parameters.AddWithValue("$lesson", plan.Lesson);
        using (var row = own.ExecuteReader())
        {
            while (row.Read())
            {
                _ = row.GetString(0);
            }
        }

        return grants.Count > 0 && read.Count > 0;
    }

    private sealed record AccountRow(PersonId? Person, string? Stamp, List<HeldGrant> Grants);

    private sealed record StandingRow(
        CourseVersionId Version,
        DateTimeOffset? CompletedAt,
        List<ActivityId> Read,
        List<ActivityId> Passed
    );
}
