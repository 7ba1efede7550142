using System.Globalization;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>A course put into the database as publishing would, for what files cannot say yet.</summary>
internal sealed record AddedCourse(LmsHost Host, Course Course)
{
    private const string Hash = "0000000000000000000000000000000000000000000000000000000000000000";

    public static CourseManifest Manifest { get; } =
        new()
        {
            Title = "Городництво",
            Code = "К9",
            Summary = "Коротко про головне.",
            Language = "uk",
            Hours = new(4, 0),
            Certificate = new("Сертифікат", null, "онлайн", []),
        };

    public static async Task<AddedCourse> AddAsync(
        LmsHost host,
        CourseManifest manifest,
        string lesson
    )
    {
        var course = new Course { Id = new(Guid.CreateVersion7()), Slug = "added" };
        course.Activities.Add(
            new()
            {
                Id = new(Guid.CreateVersion7()),
                CourseId = course.Id,
                Slug = "only",
                Kind = ActivityKind.Lesson,
            }
        );
        await using (var db = host.Look())
        {
            db.Courses.Add(course);
            await db.SaveChangesAsync();
        }

        var added = new AddedCourse(host, course);
        await added.PublishAsync(1, manifest, ("uk", lesson));
        return added;
    }

    /// <summary>A version with one lesson, in the languages given.</summary>
    public async Task<CourseVersion> PublishAsync(
        int number,
        CourseManifest manifest,
        params (string Language, string Html)[] texts
    )
    {
        var id = new CourseVersionId(Guid.CreateVersion7());
        var version = new CourseVersion
        {
            Id = id,
            CourseId = Course.Id,
            Number = number,
            ContentHash = Hash,
            PublishedAt = LmsHost.Start,
            Manifest = manifest,
        };
        var lesson = new ActivityVersion
        {
            CourseVersionId = id,
            ActivityId = Course.Activities[0].Id,
            Position = 0,
            Slug = "only",
            Kind = ActivityKind.Lesson,
            Minutes = 5,
            CountsForCompletion = true,
        };
        foreach (var (language, html) in texts)
        {
            lesson.Texts.Add(
                new()
                {
                    CourseVersionId = id,
                    ActivityId = lesson.ActivityId,
                    Language = language,
                    Title = string.Create(
                        CultureInfo.InvariantCulture,
                        $"Урок {number} {language}"
                    ),
                    Lesson = new([], null, html, [new("part", "Розділ про головне")]),
                }
            );
        }

        version.Activities.Add(lesson);
        await using var db = Host.Look();
        db.CourseVersions.Add(version);
        await db.SaveChangesAsync();
        Host.Services.GetRequiredService<PublishedCourses>().Forget();
        return version;
    }

    /// <summary>A demo person begins the version.</summary>
    public async Task EnrolAsync(string name, CourseVersion version)
    {
        await using var db = Host.Look();
        var account = await db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example");
        db.Enrolments.Add(
            Enrolment.On(
                new(Guid.CreateVersion7()),
                account.PersonId!.Value,
                version,
                LmsHost.Start
            )
        );
        await db.SaveChangesAsync();
    }
}
