using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Callouts;
using Lms.Web.Content.Blocks.Fences;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Figures;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Ids;

internal static class BlockKinds
{
    /// <summary>Null for what is no box of its own on the page: a heading, a rule, a definition.</summary>
    public static LessonBlockKind? Of(Block block) =>
        block switch
        {
            FenceBlock fence => fence.Form?.Kind,
            QuoteBlock quote when Callout.Of(quote) is not null => LessonBlockKind.Callout,
            QuoteBlock => LessonBlockKind.Quote,
            ParagraphBlock => LessonBlockKind.Paragraph,
            ListBlock => LessonBlockKind.List,
            Table => LessonBlockKind.Table,
            DefinitionList => LessonBlockKind.Definitions,
            Figure => LessonBlockKind.Figure,
            CodeBlock => LessonBlockKind.Code,
            _ => null,
        };
}
