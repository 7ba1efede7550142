using System.Globalization;
using System.Net;
using Lms.Domain.Courses;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Journey;

/// <summary>What the authors wrote, taken as a learner and a passer-by take it.</summary>
public sealed class RealCourseTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_first_course_is_taken_from_its_first_lesson_to_its_certificate(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Named(database),
            Repository.File("content")
        );
        var taker = await CourseTaker.AtAsync(host, "specialist", "k1-basics");

        await taker.TakeAsync();

        await using var db = host.Look();
        var certificate = await db.Certificates.Include(c => c.Content).SingleAsync();
        Assert.Equal("DEMO-2026-000001", certificate.Number);
        Assert.Equal(taker.Course.Version, certificate.CourseVersionId);
        using var document = await taker.Client.GetAsync($"/certificates/{certificate.Number}.pdf");
        Assert.Equal(HttpStatusCode.OK, document.StatusCode);
        var page = await taker.Client.OpenAsync($"/courses/{taker.Course.Slug}");
        Assert.NotNull(page.QuerySelector(".verdict.good"));
    }

    [Fact]
    public async Task A_passer_by_reads_the_public_course_in_both_languages_without_one_form()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            Repository.File("content")
        );
        var courses = await host.Services.GetRequiredService<PublishedCourses>().AllAsync();
        var open = courses.Single(course => course.Manifest.Access == CourseAccess.Public);

        foreach (var language in (string[])["uk", "en"])
        {
            using var reader = host.Anonymous(language);
            foreach (
                var address in open
                    .Activities.Select(one => $"/courses/{open.Slug}/{one.Slug}")
                    .Prepend($"/courses/{open.Slug}")
            )
            {
                using var answer = await reader.GetAsync(address);
                var page = await answer.ReadAsync();

                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.NotNull(answer.Headers.ETag);
                Assert.Empty(page.QuerySelectorAll("form[method=post]"));
                Assert.NotNull(
                    page.QuerySelector($"main [lang={language}], html[lang={language}]")
                );
                Assert.DoesNotContain("::: ", page.Body!.TextContent, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task No_page_of_a_real_course_shows_what_an_author_meant_for_the_reader_of_the_file()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            Repository.File("content")
        );
        var learner = await host.SignedInAsync("specialist");
        var courses = await host.Services.GetRequiredService<PublishedCourses>().AllAsync();

        Assert.NotEmpty(courses);
        foreach (var course in courses)
        {
            foreach (var one in course.Activities)
            {
                var address = string.Create(
                    CultureInfo.InvariantCulture,
                    $"/courses/{course.Slug}/{one.Slug}"
                );
                await IsReadableAsync(learner, address, Marks);
                foreach (var question in one.Text.Practice)
                {
                    var asked = $"{address}/practice/{question.Id}";
                    await IsReadableAsync(learner, asked, [.. Marks, "☑", "☐"]);
                }
            }
        }
    }

    private static readonly string[] Marks = [":::", "[[", "]]", "{#", "[!", "](", "**"];

    private static async Task IsReadableAsync(
        HttpClient reader,
        string address,
        IEnumerable<string> marks
    )
    {
        var words = (await reader.OpenAsync(address)).QuerySelector("main")!.TextContent;
        Assert.All(
            marks,
            mark =>
                Assert.False(words.Contains(mark, StringComparison.Ordinal), $"{address}: {mark}")
        );
    }
}
