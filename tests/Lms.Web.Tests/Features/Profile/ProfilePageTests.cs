using System.Net;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Profile;

/// <summary>A person sees how the register has them, and nobody else.</summary>
public sealed class ProfilePageTests
{
    private const string Address = "/account/profile";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Name_community_post_and_rights_are_ones_own(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        using (var anonymous = host.Anonymous())
        using (var closed = await anonymous.GetAsync(Address))
        {
            Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        }

        var words = await WordsAsync(host, "manager");
        Assert.Contains("Гриценко-Зразок", words, StringComparison.Ordinal);
        Assert.Contains("Лебединська", words, StringComparison.Ordinal);
        Assert.Contains("Керівник", words, StringComparison.Ordinal);
        Assert.Contains("manager@demo.example", words, StringComparison.Ordinal);
        // The kind of a community is written in Ukrainian, and its English name says it already.
        var english = await WordsAsync(host, "manager", "en");
        Assert.Contains("Lebedynska urban community", english, StringComparison.Ordinal);
        Assert.DoesNotContain("міська", english, StringComparison.Ordinal);
        var other = await WordsAsync(host, "specialist2");
        Assert.Contains("Левченко-Зразок", other, StringComparison.Ordinal);
        Assert.DoesNotContain("Лебединська", other, StringComparison.Ordinal);
        Assert.DoesNotContain("Керівник,", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_that_is_over_is_not_shown_and_a_login_alone_has_a_profile()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using (var db = host.Look())
        {
            var account = await db
                .Accounts.Include(one => one.Grants)
                .SingleAsync(one => one.Email == "manager@demo.example");
            account.PersonId = null;
            var right = account.Grants.Single(grant => grant.Role == AccessRole.Manager);
            right.To = right.From;
            await db.SaveChangesAsync();
        }

        host.Clock.Forward(TimeSpan.FromDays(2));
        var words = await WordsAsync(host, "manager");
        Assert.Contains("manager@demo.example", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Гриценко-Зразок", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Керівник,", words, StringComparison.Ordinal);
    }

    private static async Task<string> WordsAsync(LmsHost host, string name, string language = "uk")
    {
        var client = await host.SignedInAsync(name, language);
        return (await client.OpenAsync(Address)).QuerySelector("main")!.TextContent;
    }
}
