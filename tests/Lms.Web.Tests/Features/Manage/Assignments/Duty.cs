using System.Net;
using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Manage.Assignments;

/// <summary>What tests of duties have in common: people, assignments and a certification of the pack.</summary>
internal static class Duty
{
    public const string Course = "k1-basics";
    public const string Certification = "basics";
    public const string Lebedyn = Inviter.Lebedyn;
    public const string Romny = Inviter.Romny;
    public const string Oblast = "UA59000000000057109";

    public static readonly DateOnly Today = new(2026, 11, 23);

    private const string Rules = """
        ---
        title: "Базова підготовка"
        first: [{course: k1-basics}]
        validity: {basis: completion, period: 24 months}
        ---

        Хто й навіщо.
        """;

    /// <summary>The usual content with a certification beside it.</summary>
    public static string Content()
    {
        var folder = ContentCopy.Make();
        var certifications = Path.Combine(folder, "organisation", "certifications");
        Directory.CreateDirectory(certifications);
        File.WriteAllText(Path.Combine(certifications, $"{Certification}.md"), Rules);
        return folder;
    }

    public static async Task<PersonId> PersonAsync(this LmsHost host, string name)
    {
        await using var db = host.Look();
        return await db
            .Accounts.Where(one => one.Email == $"{name}@demo.example")
            .Select(one => one.PersonId!.Value)
            .SingleAsync();
    }

    public static async Task<AssignmentId> AssignAsync(
        this LmsHost host,
        PersonId person,
        DateOnly? due,
        string? course = Course,
        string? certification = null,
        DateTimeOffset? at = null
    )
    {
        await using var db = host.Look();
        var id = new AssignmentId(Guid.CreateVersion7());
        db.Assignments.Add(
            new Assignment
            {
                Id = id,
                PersonId = person,
                Course = certification is null ? course : null,
                Certification = certification,
                DueOn = due,
                From = Today.AddDays(-60),
                AssignedAt = at ?? LmsHost.Start.AddDays(-60),
                Operation = $"test:{id.Value}",
            }
        );
        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>Someone without an account.</summary>
    public static Person NewPerson(string family, string community, DateTimeOffset at) =>
        new()
        {
            Id = new(Guid.CreateVersion7()),
            Name = new(family, "Зразок", ""),
            Community = new TerritoryCode(community),
            CreatedAt = at,
        };

    public static CertificationPeriod Period(PersonId person, DateOnly from, DateOnly until) =>
        new()
        {
            Id = new(Guid.CreateVersion7()),
            PersonId = person,
            Certification = Certification,
            Cycle = 1,
            Path = "first",
            CompletedOn = from,
            From = from,
            Until = until,
            RecordedAt = LmsHost.Start,
            RulesHash = "",
        };

    /// <summary>The summary takes the focus and links these fields, and each says what is wrong.</summary>
    public static void AssertFaultsAt(
        this AngleSharp.Html.Dom.IHtmlDocument page,
        params string[] fields
    )
    {
        var summary = page.QuerySelector(".error-summary[role=alert][autofocus]")!;
        Assert.Equal(
            fields.Select(field => $"#{field}"),
            summary.QuerySelectorAll("a").Select(link => link.GetAttribute("href"))
        );
        foreach (var field in fields)
        {
            var control = page.GetElementById(field)!;
            Assert.Equal("true", control.GetAttribute("aria-invalid"));
            var about = control.GetAttribute("aria-describedby")!.Split(' ');
            Assert.Equal($"{field}-error", about[0]);
            Assert.All(about, id => Assert.NotEmpty(page.GetElementById(id)!.TextContent.Trim()));
        }
    }

    public static void Is(this HttpResponseMessage answer, HttpStatusCode status) =>
        Assert.Equal(status, answer.StatusCode);

    public static async Task<int> OpenAsync(this LmsDbContext db, RequirementId requirement) =>
        await db.Assignments.CountAsync(one =>
            one.RequirementId == requirement && one.EndedAt == null
        );

    public static async Task<int> OpenAsync(
        this LmsDbContext db,
        RequirementId requirement,
        PersonId person
    ) =>
        await db.Assignments.CountAsync(one =>
            one.RequirementId == requirement && one.PersonId == person && one.EndedAt == null
        );
}
