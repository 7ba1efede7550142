using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses;

/// <summary>What a page of a lesson shows, published or drafted.</summary>
/// <param name="Body">The lesson's HTML as this reader gets it.</param>
/// <param name="Eyebrow">The line above its title.</param>
/// <param name="Kept">Names the lesson for what a reader keeps of it; null when nothing is kept.</param>
/// <param name="Original">The language it was written in.</param>
public sealed record ShownLesson(
    PublishedText Text,
    IHtmlContent Body,
    string Eyebrow,
    int Minutes,
    Guid? Kept,
    string Original
);
