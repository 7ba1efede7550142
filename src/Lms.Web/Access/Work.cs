namespace Lms.Web.Access;

/// <summary>A scope of work in which the product itself looks, for a reason it names.</summary>
public sealed class Work(AsyncServiceScope scope) : IAsyncDisposable
{
    public IServiceProvider Services => scope.ServiceProvider;

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

public static class WorkScopes
{
    public static Work WorkAs(this IServiceProvider services, string reason)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(reason));
        return new Work(scope);
    }
}
