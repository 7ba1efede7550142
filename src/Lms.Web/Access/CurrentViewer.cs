namespace Lms.Web.Access;

/// <summary>
/// The viewer of one scope of work: of the request, once its cookie has been checked, or the product
/// itself in a job that says why.
/// </summary>
public sealed class CurrentViewer
{
    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    public void Become(Viewer viewer) => Viewer = viewer;
}
