using Lms.Domain.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Courses;

/// <summary>An activity read but for its links, which need the headings of all the others.</summary>
internal abstract record ParsedActivity(ActivityFile File, string Title, int Minutes)
{
    private const int LongestMinutes = 600;

    /// <summary>Headings that other texts may link to.</summary>
    public abstract IReadOnlySet<string> Anchors { get; }

    public abstract ActivityDraft Finish(LinkTargets targets);

    /// <summary>The same in another language: its words are read, the rest is as here.</summary>
    /// <param name="file">Of the translation.</param>
    public abstract ParsedActivity Translate(
        Translation translation,
        ActivityFile file,
        MarkupSetting setting
    );

    public static string TitleOf(Fields fields, ActivityFile file) =>
        fields.RequiredText("title") is { Length: > 0 } title ? title : file.Slug;

    public static int MinutesOf(Fields fields)
    {
        fields.Require("minutes");
        return fields.Whole("minutes", 1, LongestMinutes) ?? 1;
    }
}
