using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Support;

/// <summary>The content of the tests with a certification, a rule of coverage and a campaign of its own.</summary>
public static class RespondersPack
{
    public const string Certification = "first-response";

    public static readonly TerritoryCode Lebedyn = new("UA59080110000034361");
    public static readonly TerritoryCode Romny = new("UA59060110000049734");

    private static readonly Lazy<string> Made = new(Make);

    public static Task<LmsHost> StartAsync(TestDatabase database) =>
        LmsHost.StartAsync(database, Made.Value);

    /// <summary>With rules of coverage of the test's own.</summary>
    public static async Task<LmsHost> StartAsync(TestDatabase database, string coverage)
    {
        var folder = Make();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "organisation", "coverage.yml"),
            coverage
        );
        return await LmsHost.StartAsync(database, folder);
    }

    /// <summary>Someone of the register, with a certification that holds from a day to a day.</summary>
    public static PersonId AddHolder(
        LmsDbContext db,
        string family,
        TerritoryCode community,
        DateOnly? from = null,
        DateOnly? until = null
    )
    {
        var person = new Person
        {
            Id = new(Guid.CreateVersion7()),
            Name = new(family, "Олена", "Петрівна"),
            Community = community,
            CreatedAt = LmsHost.Start,
        };
        db.People.Add(person);
        if (from is { } first)
        {
            db.CertificationPeriods.Add(
                new()
                {
                    Id = new(Guid.CreateVersion7()),
                    PersonId = person.Id,
                    Certification = Certification,
                    Cycle = 1,
                    Path = "first",
                    CompletedOn = first,
                    From = first,
                    Until = until!.Value,
                    RecordedAt = LmsHost.Start,
                    RulesHash = "test",
                }
            );
        }

        return person.Id;
    }

    /// <summary>Nobody is to be served there since the beginning of the month.</summary>
    public static void EvacuateRomny(LmsDbContext db) =>
        db.Evacuations.Add(
            new()
            {
                Id = new(Guid.CreateVersion7()),
                Community = Romny,
                From = new(2026, 11, 1),
                Reason = "Обов’язкова евакуація",
                RecordedAt = LmsHost.Start,
            }
        );

    /// <summary>Someone who completed К1 on a day.</summary>
    public static async Task AddCompletionAsync(LmsDbContext db, PersonId person, DateTimeOffset at)
    {
        var version = await db.CourseVersions.OrderByDescending(one => one.Number).FirstAsync();
        var enrolment = Enrolment.On(new(Guid.CreateVersion7()), person, version, at.AddDays(-7));
        db.Enrolments.Add(enrolment);
        db.Completions.Add(
            new()
            {
                Id = new(Guid.CreateVersion7()),
                EnrolmentId = enrolment.Id,
                PersonId = person,
                CourseId = version.CourseId,
                CourseVersionId = version.Id,
                CompletedAt = at,
            }
        );
    }

    private static string Make()
    {
        var folder = ContentCopy.Make();
        // Those of the client's own pack change when the client wants.
        Directory.Delete(Path.Combine(folder, "organisation/certifications"), recursive: true);
        Write(
            folder,
            "organisation/certifications/first-response.md",
            """
            ---
            title: "Перше реагування"
            first: {course: k1-basics}
            validity: {basis: completion, period: 12 months}
            window: 60 days
            ---

            Про сертифікацію.
            """
        );
        Write(
            folder,
            "organisation/coverage.yml",
            """
            - code: responders
              name: {uk: "Хто реагує", en: "Who responds"}
              at-least: 1
              certification: first-response
              ahead: 30 days
            """
        );
        Write(
            folder,
            "campaigns/november.md",
            """
            ---
            title: "Шістнадцять днів"
            banner: "До 10 грудня: навчіться помічати ознаки."
            from: 11-20
            until: 12-10
            courses: [k1-basics]
            ---

            Про кампанію.
            """
        );
        return folder;
    }

    private static void Write(string folder, string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
