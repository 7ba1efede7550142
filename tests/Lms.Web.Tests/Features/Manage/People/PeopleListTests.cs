using System.Net;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Manage.People;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Manage.People;

/// <summary>The list of a manager is found, sorted and paged on the database.</summary>
public sealed class PeopleListTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_surname_is_found_whatever_its_apostrophe_and_case_and_stands_in_the_alphabet(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        foreach (var family in new[] { "Ґрунтенко", "Їжак", "Гай", "Іваненко", "100%_м’яч" })
        {
            await host.AddAsync(family);
        }

        await host.AddAsync("Дем’яненко", Inviter.Romny);
        var manager = await host.SignedInAsync("manager");
        Assert.Equal(
            ["Дем’янчук-Зразок Оксана Іванівна"],
            await manager.NamesAsync("/manage/people?q=ДЕМ'ЯН")
        );
        Assert.Equal(
            ["Дем’янчук-Зразок Оксана Іванівна"],
            await manager.NamesAsync("/manage/people?q=демянчук зразок окс")
        );
        Assert.Empty(await manager.NamesAsync("/manage/people?q=%25"));
        Assert.Empty(await manager.NamesAsync("/manage/people?q=_"));
        Assert.Empty(await manager.NamesAsync("/manage/people?q=100_"));
        Assert.Single(await manager.NamesAsync("/manage/people?q=100%25"));
        var surnames = (await manager.NamesAsync("/manage/people")).Select(name =>
            name.Split(' ')[0]
        );
        Assert.Equal(
            [
                "100%_м’яч",
                "Гай",
                "Гриценко-Зразок",
                "Ґрунтенко",
                "Дем’янчук-Зразок",
                "Іваненко",
                "Їжак",
            ],
            surnames
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Community_role_and_institution_narrow_it_and_stand_in_the_address(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await host.AddAsync("Канарка", institution: "demo-office-lebedyn", role: "R05");
        var regional = await host.SignedInAsync("regional");
        Assert.Equal(["Канарка Олена"], await regional.NamesAsync("/manage/people?role=R05"));
        Assert.Equal(
            ["Гриценко-Зразок Наталія Василівна", "Канарка Олена"],
            await regional.NamesAsync("/manage/people?institution=demo-office-lebedyn")
        );
        Assert.Empty(
            await regional.NamesAsync($"/manage/people?role=R05&community={Inviter.Romny}")
        );
        var manager = await host.SignedInAsync("manager");
        Assert.Empty(await manager.NamesAsync($"/manage/people?community={Inviter.Romny}"));
        Assert.Empty(await manager.NamesAsync("/manage/people?institution=demo-centre-romny"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_place_elsewhere_or_nowhere_is_said_to_be_none_of_the_scope(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await host.AddAsync("Дем’яненко", Inviter.Romny, institution: "demo-centre-romny");
        var manager = await host.SignedInAsync("manager");
        var told = new List<string>();
        foreach (var place in Inviter.NoPlaces)
        {
            using var answer = await manager.GetAsync($"/manage/people?{place}&q=дем&p=2");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            var page = await answer.ReadAsync();
            told.Add(page.Words());
            Assert.Empty(page.QuerySelectorAll("main form, main table"));
            Assert.Equal(
                ["Дем’янчук-Зразок Оксана Іванівна"],
                await manager.NamesAsync(page.QuerySelector(".empty a")!.GetAttribute("href")!)
            );
        }

        Assert.Single(told.Distinct());
        Assert.Contains(
            "Такої громади чи установи серед ваших немає",
            told[0],
            StringComparison.Ordinal
        );

        // Where one of theirs works is known to them, and so is a community without anybody.
        await host.AddAsync("Канарка", institution: "demo-centre-romny");
        Assert.Equal(
            ["Канарка Олена"],
            await manager.NamesAsync("/manage/people?institution=demo-centre-romny")
        );
        var regional = await host.SignedInAsync("regional");
        await using var db = host.Look();
        var lived = await db.People.Select(one => one.Community).Distinct().ToListAsync();
        var empty = host
            .Services.GetRequiredService<OrganisationPack>()
            .Territories.CommunitiesWithin(new("UA59000000000057109"))
            .First(one => !lived.Contains(one));
        using var nobody = await regional.GetAsync($"/manage/people?community={empty.Value}");
        Assert.Equal(HttpStatusCode.OK, nobody.StatusCode);
        Assert.Empty((await nobody.ReadAsync()).QuerySelectorAll("main table"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using (var db = host.Look())
        {
            for (var number = 0; number < 120; number++)
            {
                db.People.Add(
                    new Person
                    {
                        Id = new(Guid.CreateVersion7()),
                        Name = new("Однакова", "Олена", ""),
                        Community = new TerritoryCode(Inviter.Lebedyn),
                        CreatedAt = host.Clock.GetUtcNow(),
                    }
                );
            }

            await db.SaveChangesAsync();
        }

        var manager = await host.SignedInAsync("manager");
        var seen = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            var document = await manager.OpenAsync($"/manage/people?q=однакова&p={page}");
            seen.AddRange(
                document
                    .QuerySelectorAll("main tbody th a:first-child")
                    .Select(link => link.GetAttribute("href")!)
            );
        }

        Assert.Equal(120, seen.Distinct().Count());
        Assert.Equal(120, seen.Count);
        Assert.Equal(IndexModel.PerPage, seen.Take(IndexModel.PerPage).Count());
    }
}
