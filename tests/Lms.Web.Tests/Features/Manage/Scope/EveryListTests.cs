using System.Net;
using AngleSharp.Html.Dom;
using Lms.Web.Access;
using Lms.Web.Features.Manage.Assignments.Reminding;
using Lms.Web.Features.Manage.Reports;
using Lms.Web.Features.Shared.Tables;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Manage.Scope;

/// <summary>
/// Every page of managers there is, every search and copy on it and every letter, as each kind of
/// manager: none says a word of a community that is not theirs, and what is foreign answers like what
/// is not there.
/// </summary>
public sealed class EveryListTests
{
    // Pages on which whoever follows everything must meet the canaries: else nothing is proved.
    private static readonly string[] Telling =
    [
        "/manage",
        "/manage/assignments",
        "/manage/assignments/announcements",
        "/manage/assignments/extensions",
        "/manage/assignments/requirements",
        "/manage/certifications",
        "/manage/coverage",
        "/manage/evidence",
        "/manage/outreach",
        "/manage/people",
        "/manage/people/registrations",
        "/manage/reports/certifications",
        "/manage/reports/completed",
        "/manage/reports/hours",
        "/manage/sessions/{session:guid}",
    ];

    private static readonly string[] Searches = ["?q=канарка", "?q=установа", "?surname=канарка"];

    [Fact]
    public async Task No_page_search_or_copy_tells_of_a_community_that_is_not_theirs()
    {
        await using var aviary = await Aviary.StartAsync(TestDatabase.Sqlite);
        var (told, telling) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var manager in Aviary.Managers)
        {
            var client = await aviary.Host.SignedInAsync(manager);
            var met = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var (route, where, text) in SeenAsync(aviary, client))
            {
                foreach (
                    var canary in aviary.Canaries.Where(one =>
                        text.Contains(one.Word, StringComparison.OrdinalIgnoreCase)
                    )
                )
                {
                    if (aviary.Of(manager).Contains(canary))
                    {
                        met.Add(canary.Word);
                        telling.Add(route);
                    }
                    else
                    {
                        told.Add($"{canary.Word} to {manager} on {where}");
                    }
                }
            }

            Assert.Equal(aviary.Of(manager).Select(one => one.Word).Order(), met.Order());
        }

        Assert.Equal([], told);
        Assert.Equal([], Telling.Except(telling));
    }

    [Fact]
    public async Task What_is_foreign_answers_like_what_is_not_there()
    {
        await using var aviary = await Aviary.StartAsync(TestDatabase.Sqlite);
        var standing = await FreezeAsync(aviary);
        var wrong = new List<string>();
        foreach (var manager in Aviary.Managers)
        {
            var client = await aviary.Host.SignedInAsync(manager);
            foreach (var canary in aviary.Canaries)
            {
                var isOwn = aviary.Of(manager).Contains(canary);
                foreach (var (address, id) in Objects(canary, standing))
                {
                    var answer = await AskAsync(client, address, id);
                    var isRight = isOwn
                        ? answer.Status == HttpStatusCode.OK
                            && answer.Words.Contains(canary.Word, StringComparison.Ordinal)
                        : answer.Status == HttpStatusCode.NotFound
                            && answer == await AskAsync(client, address, Guid.CreateVersion7());
                    if (!isRight)
                    {
                        wrong.Add($"{address} of {canary.Word} for {manager}: {answer.Status}");
                    }
                }
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task No_letter_tells_of_a_community_that_is_not_theirs()
    {
        await using var aviary = await Aviary.StartAsync(TestDatabase.Sqlite);
        foreach (var manager in Aviary.Managers)
        {
            var client = await aviary.Host.SignedInAsync(manager);
            using var saved = await client.SubmitAsync(
                "/manage/reports/hours",
                "form[action*='handler=Save']",
                ("name", "Години"),
                ("rhythm", nameof(ReportRhythm.Weekly))
            );
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        await using (var work = aviary.Host.Services.WorkAs("a test lets the clock run"))
        {
            for (var day = 0; day < 8; day++)
            {
                await work.Services.GetRequiredService<RemindPeople>().RunAsync(default);
                await work.Services.GetRequiredService<SendSavedReports>().RunAsync();
                aviary.Host.Clock.Forward(TimeSpan.FromDays(1));
            }
        }

        await using var db = aviary.Host.Look();
        var letters = await db.OutgoingMail.ToListAsync();
        foreach (var manager in Aviary.Managers)
        {
            var own = letters.Where(letter => letter.To == $"{manager}@demo.example").ToList();
            Assert.NotEmpty(own);
            foreach (var canary in aviary.Canaries)
            {
                Assert.DoesNotContain(
                    own,
                    letter =>
                        $"{letter.Subject} {letter.Body}".Contains(
                            canary.Word,
                            StringComparison.OrdinalIgnoreCase
                        )
                );
            }
        }
    }

    private static IEnumerable<(string Address, Guid Id)> Objects(
        Canary canary,
        Dictionary<Canary, Guid> standing
    )
    {
        yield return ("/manage/people/{0}", canary.Person.Value);
        yield return ("/manage/people/{0}/away", canary.Person.Value);
        yield return ("/manage/certifications/{0}", canary.Person.Value);
        yield return ("/manage/assignments/requirements/edit/{0}", canary.Requirement.Value);
        yield return ("/manage/assignments/announcements/{0}", canary.Announcement.Value);
        if (standing.TryGetValue(canary, out var report))
        {
            yield return ("/manage/reports/standing/{0}", report);
        }
    }

    private static async IAsyncEnumerable<(string Route, string Where, string Text)> SeenAsync(
        Aviary aviary,
        HttpClient client
    )
    {
        foreach (var (route, address) in Lists(aviary))
        {
            foreach (var asked in Asked(aviary, address))
            {
                using var answer = await client.GetAsync(asked);
                var text = await answer.Content.ReadAsStringAsync();
                yield return (route, asked, WebUtility.HtmlDecode(text));
            }

            foreach (var (format, text) in await CopiesAsync(client, address))
            {
                yield return (route, $"{address} as {format}", text);
            }
        }
    }

    private static IEnumerable<(string Route, string Address)> Lists(Aviary aviary)
    {
        foreach (
            var route in EndpointsVerb
                .Of(aviary.Host.App)
                .Where(row => row is { Method: "GET", IsAnonymous: false })
                .Select(row => row.Route)
                .Where(route => route.StartsWith("/manage", StringComparison.Ordinal))
                .Distinct()
        )
        {
            if (route.Contains("{kind}", StringComparison.Ordinal))
            {
                foreach (var report in aviary.Host.Services.GetServices<LiveReport>())
                {
                    yield return (
                        $"/manage/reports/{report.Code}",
                        $"/manage/reports/{report.Code}"
                    );
                }

                continue;
            }

            var address = route
                .Replace("/{requirement:guid?}", "", StringComparison.Ordinal)
                .Replace("{session:guid}", $"{aviary.Session.Value}", StringComparison.Ordinal)
                .Replace("{course}", "k1-basics", StringComparison.Ordinal);
            if (!address.Contains('{', StringComparison.Ordinal))
            {
                yield return (route, address);
            }
        }
    }

    private static IEnumerable<string> Asked(Aviary aviary, string address) =>
        [
            address,
            .. Searches.Select(search => address + search),
            .. aviary.Canaries.SelectMany(canary =>
                new[]
                {
                    $"{address}?community={canary.Community}&within={canary.Community}&territory={canary.Community}",
                    $"{address}?person={canary.Person.Value}&what=course:safe-steps&away={canary.Person.Value}",
                }
            ),
        ];

    private static async Task<List<(string Format, string Text)>> CopiesAsync(
        HttpClient client,
        string address
    )
    {
        var page = await client.OpenAsync(address);
        var copies = new List<(string, string)>();
        foreach (
            var (at, form) in page.QuerySelectorAll("form")
                .OfType<IHtmlFormElement>()
                .Where(form => form.QuerySelector("[name=format]") is not null)
                .Index()
        )
        {
            form.Id = $"copy-{at}";
            foreach (var format in new[] { "csv", "xlsx", "pdf" })
            {
                using var copy = await client.SubmitAsync(
                    page,
                    address,
                    $"#copy-{at}",
                    ("format", format),
                    ("reason", "перевірка")
                );
                copies.Add((format, await CopyText.OfAsync(copy, format)));
            }
        }

        return copies;
    }

    private static async Task<(HttpStatusCode Status, string Words)> AskAsync(
        HttpClient client,
        string address,
        Guid id
    )
    {
        using var answer = await client.GetAsync(string.Format(null, address, id));
        var page = await answer.ReadAsync();
        foreach (var token in page.QuerySelectorAll("input[name=__RequestVerificationToken]"))
        {
            token.Remove();
        }

        return (
            answer.StatusCode,
            WebUtility
                .HtmlDecode(page.DocumentElement.OuterHtml)
                .Replace($"{id}", "", StringComparison.OrdinalIgnoreCase)
        );
    }

    private static async Task<Dictionary<Canary, Guid>> FreezeAsync(Aviary aviary)
    {
        var regional = await aviary.Host.SignedInAsync("regional");
        var reports = new Dictionary<Canary, Guid>();
        foreach (var canary in aviary.Of("regional"))
        {
            using var frozen = await regional.SubmitAsync(
                "/manage/reports/standing",
                "form[action*='handler=Freeze']",
                ("territory", canary.Community.Value),
                ("audience", "Ministry"),
                ("quarter", "2026-3"),
                ("project", $"Проєкт {canary.Word}")
            );
            reports.Add(canary, Guid.Parse(frozen.Headers.Location!.ToString().Split('/')[^1]));
        }

        return reports;
    }
}
