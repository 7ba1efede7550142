namespace Lms.Web.Content.Quizzes;

/// <summary>How the key of a question is written.</summary>
internal enum KeyForm
{
    /// <summary>The last list: options with marks, or answers after <c>=</c>.</summary>
    List,

    /// <summary>Gaps in the text.</summary>
    Gaps,

    /// <summary><c>type=matching</c>: the last table.</summary>
    Pairs,

    /// <summary><c>type=ordering</c>: the last numbered list.</summary>
    Steps,

    /// <summary><c>type=essay</c>: the last list, if any, is what the trainer looks for.</summary>
    Essay,

    /// <summary><c>type=file</c>: as of an essay.</summary>
    File,

    /// <summary><c>type=scale</c>: the last list is the range.</summary>
    Scale,
}
