using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Blocks.Tabs;

internal static class TabsTexts
{
    public static readonly FindingText WithoutTabs = Error(
        "tabs-without-tabs",
        "Блок «tabs» має починатися рядком «### назва вкладки».",
        "The block “tabs” must begin with a line “### title of the tab”."
    );
}
