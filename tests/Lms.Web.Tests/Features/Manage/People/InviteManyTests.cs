using System.Net;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Manage.People;

/// <summary>Many are invited at once: one sheet of codes, each of which lets its holder in.</summary>
public sealed class InviteManyTests
{
    private const string Page = "/manage/people/invitations";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Each_slip_of_the_sheet_lets_its_holder_in_as_a_specialist(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        using var taken = await manager.TakeAsync(
            ImportedFile.Csv(
                $"Перша,Олена,,,first@example.org,,{Inviter.Lebedyn},,,",
                $"Друга,Олена,,,,050 123-45-67,{Inviter.Lebedyn},,,",
                $"Третя,Олена,,,,,{Inviter.Lebedyn},,,",
                $"Четверта,Олена,,,specialist2@demo.example,,{Inviter.Lebedyn},,,"
            )
        );
        var foreign = await host.AddAsync("Канарка", Inviter.Romny);
        var page = await manager.OpenAsync(Page);
        Assert.DoesNotContain("Канарка", page.Words(), StringComparison.Ordinal);
        var chosen = page.QuerySelectorAll("#many input[name=person]")
            .Select(box => ("person", box.GetAttribute("value")!))
            .Append(("person", $"{foreign.Value}"));
        using var made = await manager.SubmitAsync(page, Page, "#many", [.. chosen]);
        var sheet = await made.ReadAsync();
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var slips = sheet.QuerySelectorAll(".slip");
        Assert.Equal(2, slips.Length);
        Assert.All(slips, slip => Assert.NotNull(slip.QuerySelector("svg path")));
        var refused = sheet.QuerySelector("[role=alert]")!.TextContent;
        Assert.Contains("Третя", refused, StringComparison.Ordinal);
        Assert.Contains("Четверта", refused, StringComparison.Ordinal);

        foreach (var address in sheet.QuerySelectorAll(".invitation-address"))
        {
            var visitor = host.Anonymous();
            using var set = await visitor.SubmitAsync(
                new Uri(address.TextContent.Trim()).AbsolutePath,
                "main form",
                ("Password", Inviter.Passphrase)
            );
            Assert.Equal("/learn", set.Headers.Location?.ToString());
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await visitor.GetAsync("/manage/people")).StatusCode
            );
        }

        await using var db = host.Look();
        Assert.False(await db.Accounts.AnyAsync(one => one.PersonId == foreign));
        Assert.Equal(3, await db.Audit.CountAsync(one => one.Action == AuditAction.AccountInvited));
    }

    [Fact]
    public async Task An_invitation_made_again_makes_the_one_before_void()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        using var invited = await manager.InviteAsync("Нова", "nova@example.org");
        var old = await invited.PaperAsync();
        var page = await manager.OpenAsync(Page);
        var box = page.QuerySelector("#many input[name=person]")!.GetAttribute("value")!;
        using var made = await manager.SubmitAsync(page, Page, "#many", ("person", box));
        Assert.Single((await made.ReadAsync()).QuerySelectorAll(".slip"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anonymous().GetAsync(old)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_place_elsewhere_or_nowhere_is_said_to_be_none_of_the_scope(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await host.AddAsync("Дем’яненко", Inviter.Romny, institution: "demo-centre-romny");
        await host.AddAsync("Дем’янко");
        var manager = await host.SignedInAsync("manager");
        var whole = await manager.OpenAsync(Page);
        var person = whole.QuerySelector("#many input[name=person]")!.GetAttribute("value")!;
        var told = new List<string>();
        foreach (var place in Inviter.NoPlaces)
        {
            var address = $"{Page}?{place}&q=дем";
            using var looked = await manager.GetAsync(address);
            whole.QuerySelector("#many")!.SetAttribute("action", address);
            using var posted = await manager.SubmitAsync(
                whole,
                address,
                "#many",
                ("person", person)
            );
            foreach (var answer in new[] { looked, posted })
            {
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                var page = await answer.ReadAsync();
                told.Add(page.Words());
                Assert.Empty(page.QuerySelectorAll("main form, main table, .slip"));
                var all = page.QuerySelector(".empty a")!.GetAttribute("href")!;
                Assert.Contains(
                    "Дем’янко",
                    (await manager.OpenAsync(all)).Words(),
                    StringComparison.Ordinal
                );
            }
        }

        Assert.Single(told.Distinct());
        Assert.Contains(
            "Такої громади чи установи серед ваших немає",
            told[0],
            StringComparison.Ordinal
        );
        await using var db = host.Look();
        Assert.False(await db.Audit.AnyAsync(one => one.Action == AuditAction.AccountInvited));

        // One who lets everyone in knows every place there is, and no other.
        var admin = await host.SignedInAsync("admin");
        var romny = await admin.OpenAsync($"{Page}?community={Inviter.Romny}");
        Assert.Contains("Дем’яненко", romny.Words(), StringComparison.Ordinal);
        using var nowhere = await admin.GetAsync($"{Page}?community=UA00000000000000000");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }
}
