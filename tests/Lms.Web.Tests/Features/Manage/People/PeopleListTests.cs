using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Features.Manage.People;
using Lms.Web.Tests.Support;

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
