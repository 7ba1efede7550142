using AngleSharp.Dom;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Attendances;

/// <summary>Hours of live sessions where hours are told: to the person, and of the communities.</summary>
public sealed class LiveHoursTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_was_attended_is_counted_to_the_person_and_to_their_community_alone(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var held = (await HeldSession.OfCourseAsync(host)).Lives(0);
        foreach (var name in (string[])["specialist", "specialist2"])
        {
            var person = await host.PersonAsync(name);
            held.Seated(person).There(person, 0, 60);
        }

        await held.EndsAsync();
        await held.SettleAsync();
        var learner = await (await host.SignedInAsync("specialist")).OpenAsync("/learn");
        var told = learner
            .QuerySelectorAll("dt")
            .Single(one => one.TextContent.Contains("живих зустрічах", StringComparison.Ordinal));
        Assert.Contains("1", told.NextElementSibling!.TextContent, StringComparison.Ordinal);

        Assert.Equal(["1"], await LiveAsync("manager"));
        Assert.Equal(["1", "1"], (await LiveAsync("regional")).Where(one => one != "0"));

        async Task<List<string>> LiveAsync(string name)
        {
            var page = await (await host.SignedInAsync(name)).OpenAsync(
                "/manage/reports/communities"
            );
            var at = page.QuerySelectorAll("thead th")
                .Select((cell, index) => (cell, index))
                .Single(one =>
                    one.cell.TextContent.Contains("живих зустрічах", StringComparison.Ordinal)
                )
                .index;
            return
            [
                .. page.QuerySelectorAll("tbody tr").Select(row => row.Children[at].Text().Trim()),
            ];
        }
    }
}
