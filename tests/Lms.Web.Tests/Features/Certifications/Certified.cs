using AngleSharp.Html.Dom;
using Lms.Domain.People;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Certifications;

/// <summary>People on the way to a certification, as the tests of it need them.</summary>
internal static class Certified
{
    /// <summary>Of the pack: the first course, 24 months, a window of 90 days, a grace of 30.</summary>
    public const string Basic = "basic-awareness";

    public const string Course = "k1-basics";

    public static async Task<PersonId> PersonAsync(this LmsHost host, string name)
    {
        await using var db = host.Look();
        return await db
            .Accounts.Where(account => account.Email == $"{name}@demo.example")
            .Select(account => account.PersonId!.Value)
            .SingleAsync();
    }

    /// <summary>Takes the whole course with plain forms.</summary>
    public static async Task TakeAsync(this LmsHost host, HttpClient client)
    {
        var learner = new Learner(host, client);
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync();
    }

    /// <summary>The clock at ten on a day; sign-ins of old do not last that long.</summary>
    public static void MoveTo(this LmsHost host, int year, int month, int day) =>
        host.Clock.Forward(
            new DateTimeOffset(year, month, day, 10, 0, 0, TimeSpan.Zero) - host.Clock.GetUtcNow()
        );

    /// <summary>Signed in anew.</summary>
    public static async Task<HttpClient> AgainAsync(this LmsHost host, string name)
    {
        var client = host.Anonymous();
        await client.SignInAsync($"{name}@demo.example");
        return client;
    }

    public static string? StateOf(this IHtmlDocument page, string certification) =>
        page.QuerySelector($"#{certification}, [data-certification={certification}]")
            ?.GetAttribute("data-state");

    /// <summary>Content with a certification beside those of the pack.</summary>
    public static async Task<string> ContentAsync(string code, string front)
    {
        var content = ContentCopy.Make();
        await File.WriteAllTextAsync(
            Path.Combine(content, "organisation", "certifications", $"{code}.md"),
            $"---\ntitle: \"Проба {code}\"\nstaff-roles: [R01]\n{front}\n---\n\nДля перевірки.\n"
        );
        return content;
    }
}
