using Lms.Web.Content.Blocks.Include;
using Lms.Web.Content.Pack;
using Lms.Web.Content.Quizzes;
using Lms.Web.Content.Terms;

namespace Lms.Web.Content.Markup;

/// <summary>What a text is read against.</summary>
/// <param name="Language">Of the course.</param>
internal sealed record MarkupSetting(string Language, ActRegister Acts)
{
    /// <summary>The questions of the course in this language.</summary>
    public CourseQuestions Questions { get; init; } = new([]);

    /// <summary>Slug of the activity whose page the text is; empty for any other text.</summary>
    public string Page { get; init; } = "";

    /// <summary>What lessons of the course may include.</summary>
    public CourseSnippets Snippets { get; init; } = CourseSnippets.None;

    /// <summary>Of a lesson and of what it includes; null where nothing can be included.</summary>
    public Inclusion? Inclusion { get; init; }

    /// <summary>What <c>[[term]]</c> may name; null while the glossary itself is read.</summary>
    public GlossaryText? Terms { get; init; } = GlossaryText.EmptyIn(Language);

    /// <summary>The text is a slide.</summary>
    public bool IsDeck { get; init; }

    public bool IsEnglish => Language == "en";
}
