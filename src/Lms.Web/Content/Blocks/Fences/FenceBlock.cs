using Lms.Web.Content.Markup;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Fences;

/// <summary>A block between <c>::: name</c> and <c>:::</c>, as written.</summary>
internal sealed class FenceBlock(BlockParser parser) : ContainerBlock(parser)
{
    public required int Colons { get; init; }

    public required string Name { get; init; }

    /// <summary>Offset of the name, or of where it should stand.</summary>
    public required int NameOffset { get; init; }

    /// <summary>What follows the name on its line; empty when nothing does.</summary>
    public required string Title { get; init; }

    public required int TitleOffset { get; init; }

    public required AttributeList? Attributes { get; init; }

    /// <summary>Its fence is not shorter than the one around it.</summary>
    public required bool IsTooLong { get; init; }

    public bool IsClosed { get; set; }

    /// <summary>What it is; null when the name is unknown.</summary>
    public BlockForm? Form => BlockForms.Find(Name);
}

/// <summary>A fence that is no block, with the reason.</summary>
internal sealed class StrayFence(BlockParser parser, FindingText reason) : LeafBlock(parser)
{
    public FindingText Reason => reason;
}
