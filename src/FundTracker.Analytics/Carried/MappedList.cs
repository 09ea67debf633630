using System.Collections;

namespace FundTracker.Analytics.Carried;

/// <summary>A list seen through a function: nothing is copied, each item is looked at when it is asked for.</summary>
internal sealed class MappedList<TFrom, T>(IReadOnlyList<TFrom> items, Func<TFrom, T> map) : IReadOnlyList<T>
{
    public int Count => items.Count;

    public T this[int index] => map(items[index]);

    public IEnumerator<T> GetEnumerator() => items.Select(map).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
