using Lms.Web.Content.Blocks.Cards;
using Lms.Web.Content.Blocks.Cases;
using Lms.Web.Content.Blocks.Checklists;
using Lms.Web.Content.Blocks.Details;
using Lms.Web.Content.Blocks.Include;
using Lms.Web.Content.Blocks.Polls;
using Lms.Web.Content.Blocks.Questions;
using Lms.Web.Content.Blocks.Sensitive;
using Lms.Web.Content.Blocks.Tabs;
using Lms.Web.Content.Blocks.Timeline;

namespace Lms.Web.Content.Blocks.Fences;

/// <summary>Every block that may stand after <c>:::</c>.</summary>
internal static class BlockForms
{
    private static readonly Dictionary<string, BlockForm> ByName = new BlockForm[]
    {
        new DetailsForm(),
        new TabsForm(),
        new TimelineForm(),
        new CardsForm(),
        new CaseForm(),
        new ChecklistForm(),
        new QuestionForm(),
        new IncludeForm(),
        new PollForm("poll", needsKey: false),
        new PollForm("check", needsKey: true),
        new SensitiveForm(),
        new GentleForm(),
    }.ToDictionary(form => form.Name);

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static BlockForm? Find(string name) => ByName.GetValueOrDefault(name);
}
