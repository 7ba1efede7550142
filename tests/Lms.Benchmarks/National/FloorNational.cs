using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Lms.Benchmarks.National;

/// <summary>
/// The rows that each answer is made of, read and thrown away: no rule is asked, no page is drawn, no
/// workbook written.
/// </summary>
internal static class FloorNational
{
    // Of so few communities the page offers the institutions too.
    private const int MostWithInstitutions = 100;

    private const string Living = "MergedInto IS NULL AND ErasedAt IS NULL";

    // Of a whole register nothing is narrowed: then every row is read.
    private const string InRegion = """
         AND PersonId IN (
            SELECT Id FROM People WHERE Community IN (SELECT value FROM json_each($codes))
            UNION SELECT PersonId FROM ServedTerritories
            WHERE Territory IN (SELECT value FROM json_each($served))
        )
        """;

    public static void Dashboard(SqliteConnection connection, NationalPlan plan)
    {
        var rows = new FloorRows(connection);
        (string, object) today = ("$today", Day(plan.Today));
        rows.Read($"SELECT Id FROM People WHERE {Living}", "g");
        Held(rows, "", []);
        rows.Read(
            """
            SELECT a.PersonId, a.Course, a.Certification, a.DueOn, e.Until
            FROM Assignments a LEFT JOIN Extensions e
                ON e.AssignmentId = a.Id AND e.Verdict = 'Granted'
            WHERE a.EndedAt IS NULL AND a.DueOn < $today
            """,
            "gTTdD",
            today
        );
        rows.Read(
            """
            SELECT a.PersonId, a.Course FROM Assignments a
            WHERE a.EndedAt IS NULL AND a.DueOn < $today AND EXISTS (
                SELECT 1 FROM Completions c WHERE c.PersonId = a.PersonId
                AND +c.CourseId = (SELECT k.Id FROM Courses k WHERE k.Slug = a.Course)
            )
            """,
            "gt",
            today
        );
        rows.Read(
            $"SELECT Id, Name_Family, Name_Given, Name_Patronymic FROM People WHERE {Living} LIMIT 20",
            "gttt"
        );
    }

    /// <param name="isRegion">The oblast alone; else the whole register.</param>
    public static void Coverage(SqliteConnection connection, NationalPlan plan, bool isRegion)
    {
        var rows = new FloorRows(connection);
        var within = isRegion ? InRegion : "";
        (string, object)[] codes = isRegion
            ? [("$codes", Json(plan.Communities)), ("$served", Json(plan.Served))]
            : [];
        rows.Read(
            $"SELECT Id AS PersonId, Community FROM People WHERE {Living}{within}",
            "gt",
            codes
        );
        rows.Read(
            $"""SELECT PersonId, Territory, "From", "To" FROM ServedTerritories WHERE true{within}""",
            "gtdD",
            codes
        );
        // The first rule asks for one certification.
        rows.Read(
            $"""SELECT PersonId, "From", Until FROM CertificationPeriods WHERE Certification = $code{within}""",
            "gdd",
            [.. codes, ("$code", plan.Certification)]
        );
        Cut(rows, within, codes);
        rows.Read("""SELECT Community, "From", Until, Reason FROM Evacuations""", "tdDt");
        rows.Read(
            """
            SELECT Community, Name, Number, VerifiedOn, ReviewDue FROM CommunityContacts
            WHERE RemovedAt IS NULL AND Community IN (SELECT value FROM json_each($shown))
            ORDER BY RecordedAt DESC
            """,
            "tttdd",
            ("$shown", Json(plan.Shown))
        );
    }

    public static void People(SqliteConnection connection, NationalPlan plan)
    {
        var rows = new FloorRows(connection);
        (string, object) today = ("$today", Day(plan.Today));
        (string, object)[] named = [("$from", plan.Query), ("$to", plan.Query + "\U0010FFFF")];
        var communities = rows.Read(
            $"SELECT Community, count(*) FROM People WHERE {Living} GROUP BY 1",
            "tn"
        );
        if (communities <= MostWithInstitutions)
        {
            rows.Read("SELECT Code, Name_Uk, Name_En, Territory, Kind FROM Institutions", "tTTtt");
        }

        rows.Read(
            $"SELECT count(*) FROM People WHERE {Living} AND SearchName >= $from AND SearchName < $to",
            "n",
            named
        );
        var page =
            $"SELECT Id FROM People WHERE {Living} AND SearchName >= $from AND SearchName < $to ORDER BY SortKey, Id LIMIT 50";
        rows.Read(
            $"""
            SELECT Id, Name_Family, Name_Given, Name_Patronymic, Community FROM People
            WHERE Id IN ({page}) ORDER BY SortKey, Id
            """,
            "gtttt",
            named
        );
        rows.Read(
            $"""
            SELECT PersonId, StaffRole FROM Posts WHERE PersonId IN ({page})
            AND "From" <= $today AND ("To" IS NULL OR "To" >= $today)
            """,
            "gt",
            [.. named, today]
        );
        rows.Read(
            $"""
            SELECT e.PersonId, c.Id IS NOT NULL FROM Enrolments e
            LEFT JOIN Completions c ON c.EnrolmentId = e.Id WHERE e.PersonId IN ({page})
            """,
            "gn",
            named
        );
        rows.Read(
            $"""
            SELECT PersonId, ValidUntil FROM Certificates WHERE PersonId IN ({page})
            AND (ValidUntil IS NULL OR ValidUntil >= $today)
            """,
            "gD",
            [.. named, today]
        );
        rows.Read(
            $"""
            SELECT PersonId, "From", Until FROM Unavailabilities WHERE PersonId IN ({page})
            AND "From" <= $today AND Until >= $today
            """,
            "gdd",
            [.. named, today]
        );
    }

    /// <returns>How many rows.</returns>
    public static int Export(SqliteConnection connection, NationalPlan plan) =>
        new FloorRows(connection).Read(
            $"""
            SELECT p.Name_Family, p.Name_Given, p.Name_Patronymic, p.Community, c.CourseId,
                c.CourseVersionId, c.CompletedAt
            FROM People p JOIN Completions c ON c.PersonId = p.Id
            WHERE p.{Living.Replace("AND ", "AND p.", StringComparison.Ordinal)}
                AND c.CourseId IN (SELECT value FROM json_each($courses)) AND c.CompletedAt >= $from
            ORDER BY p.SortKey, p.Id, c.CompletedAt, c.Id
            """,
            "ttttggn",
            ("$courses", Json(plan.Courses.Select(one => one.ToString().ToUpperInvariant()))),
            ("$from", plan.FromInstant)
        );

    /// <summary>What a requirement for a role asks about everyone, and what it has given.</summary>
    public static void Duties(SqliteConnection connection, NationalPlan plan, Guid requirement)
    {
        var rows = new FloorRows(connection);
        rows.Read($"SELECT Id, Community FROM People WHERE {Living}", "gt");
        rows.Read("""SELECT PersonId, Institution, StaffRole, "From", "To" FROM Posts""", "gttdD");
        rows.Read("""SELECT PersonId, Territory, "From", "To" FROM ServedTerritories""", "gtdD");
        rows.Read("""SELECT PersonId, "From", Until, EndedAt FROM Unavailabilities""", "gddN");
        rows.Read(
            """
            SELECT PersonId FROM CertificationPeriods
            WHERE Certification = $certification AND "From" <= $today AND Until >= $today
            """,
            "g",
            ("$certification", plan.Certification),
            ("$today", Day(plan.Today))
        );
        rows.Read(
            """
            SELECT a.Id, a.PersonId, a.Course, a.Certification, a.DueOn, a."From", a.AssignedAt,
                a.EndedAt, e.Until
            FROM Assignments a LEFT JOIN Extensions e ON e.AssignmentId = a.Id
            WHERE a.RequirementId = $requirement
            """,
            "ggTTDdnND",
            ("$requirement", requirement)
        );
    }

    // Who holds what on which days, and who is away.
    private static void Held(FloorRows rows, string within, (string, object)[] codes)
    {
        rows.Read(
            $"""
            SELECT Id, PersonId, Certification, Cycle, CompletedOn, "From", Until
            FROM CertificationPeriods WHERE true{within}
            """,
            "ggtnddd",
            codes
        );
        Cut(rows, within, codes);
    }

    // What cuts or lengthens the days on which something is held.
    private static void Cut(FloorRows rows, string within, (string, object)[] codes)
    {
        rows.Read(
            $"""SELECT PersonId, Period, "On" FROM PeriodRevocations WHERE true{within}""",
            "ggd",
            codes
        );
        rows.Read(
            $"""SELECT PersonId, Certification, "From", Until FROM Suspensions WHERE true{within}""",
            "gtdD",
            codes
        );
        rows.Read(
            $"""SELECT PersonId, Certification, Course, "From", Until FROM Waivers WHERE true{within}""",
            "gTTdD",
            codes
        );
        rows.Read(
            $"""SELECT PersonId, "From", Until, EndedAt FROM Unavailabilities WHERE true{within}""",
            "gddN",
            codes
        );
    }

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Json(IEnumerable<string> codes) => JsonSerializer.Serialize(codes);
}
