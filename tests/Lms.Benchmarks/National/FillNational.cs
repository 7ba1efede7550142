using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Demo;
using Microsoft.EntityFrameworkCore;

namespace Lms.Benchmarks.National;

/// <summary>Fills a register with invented people, in process and not serving, by what the verb <c>demo</c> calls.</summary>
internal static class FillNational
{
    // The demonstration has a manager of one oblast; of the whole register it has none.
    private const string Regional = "regional@demo.example";
    private const int Shown = 100;
    private const string Surname = "бондаренко";

    public static async Task RunAsync(string data, int people)
    {
        await using var app = LmsApplication.Build([]);
        await app.PrepareAsync();
        await using var work = app.Services.WorkAs("bench");
        await work.Services.GetRequiredService<FillDemo>().RunAsync(people);
        var db = work.Services.GetRequiredService<LmsDbContext>();
        var pack = app.Services.GetRequiredService<OrganisationPack>();
        var region = await db
            .Accounts.AsNoTracking()
            .Include(account => account.Grants)
            .SingleAsync(account => account.Email == Regional);
        var oblast = region
            .Grants.First(grant => grant.Role == AccessRole.Manager)
            .Territory!.Value;
        var codes = pack.Territories.CommunitiesWithin(oblast).ToHashSet();
        var courses = (await app.Services.GetRequiredService<PublishedCourses>().AllAsync())
            .Where(course => !course.Manifest.IsPrivate)
            .Select(course => course.Id)
            .ToList();
        var today = pack.DayOf(app.Services.GetRequiredService<TimeProvider>().Now());
        var from = pack.DayOf(await SinceAsync(db, people, courses));
        new NationalPlan(
            people,
            await BenchPerson.CookieAsync(app.Services, await CountryAsync(app.Services)),
            await BenchPerson.CookieAsync(app.Services, region),
            [.. codes.Select(code => code.Value)],
            [
                .. pack
                    .Territories.All.Select(one => one.Code)
                    .Where(code => pack.Territories.CommunitiesWithin(code).Overlaps(codes))
                    .Select(code => code.Value),
            ],
            [
                .. pack
                    .Territories.All.Where(one => pack.Territories.IsCommunity(one.Code))
                    .Select(one => one.Code.Value)
                    .Take(Shown),
            ],
            NameKeys.Fold(Surname),
            today,
            from,
            pack.StartOf(from).ToUnixTimeMilliseconds(),
            [.. courses.Select(course => course.Value)],
            pack.Certifications[0].Code
        ).Write(data);
    }

    private static async Task<Account> CountryAsync(IServiceProvider services)
    {
        await using var db = services
            .GetRequiredService<LmsDatabase>()
            .Open(Viewer.System("bench"));
        // A register that was kept has one.
        if (
            await db
                .Accounts.AsNoTracking()
                .FirstOrDefaultAsync(one => one.Email == BenchPerson.EmailOf(0)) is
            { } known
        )
        {
            return known;
        }

        var account = await BenchPerson.CreateAsync(services, 0);
        db.Add(
            new Grant
            {
                Id = new(services.GetRequiredService<TimeProvider>().NewId()),
                AccountId = account.Id,
                Role = AccessRole.Manager,
                From = DateOnly.MinValue,
            }
        );
        await db.SaveChangesAsync();
        return account;
    }

    /// <summary>The instant since which there were as many completions as there are people.</summary>
    private static async Task<DateTimeOffset> SinceAsync(
        LmsDbContext db,
        int people,
        List<CourseId> courses
    )
    {
        var instants = db
            .Completions.Where(one => courses.Contains(one.CourseId))
            .OrderByDescending(one => one.CompletedAt)
            .Select(one => one.CompletedAt);
        var all = await instants.CountAsync();
        return await instants.Skip(Math.Min(people, all) - 1).FirstAsync();
    }
}
