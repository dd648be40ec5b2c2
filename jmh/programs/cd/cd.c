/*
 * Collision detection: ten aircraft fly for 200 frames; in each frame all pairs that come too close are
 * found. The plane is divided into squares; a red-black tree maps a square to the aircraft that may touch
 * it, and only aircraft in the same square are compared. The result is the number of collisions.
 */
#include "../twin.h"

#include <math.h>

/* ---- vectors ---- */

struct vector2 {
    float x, y;
};

struct vector3 {
    float x, y, z;
};

static struct vector3 plus(struct vector3 a, struct vector3 b)
{
    return (struct vector3){a.x + b.x, a.y + b.y, a.z + b.z};
}

static struct vector3 minus(struct vector3 a, struct vector3 b)
{
    return (struct vector3){a.x - b.x, a.y - b.y, a.z - b.z};
}

static struct vector3 times(struct vector3 a, float factor)
{
    return (struct vector3){a.x * factor, a.y * factor, a.z * factor};
}

static float dot(struct vector3 a, struct vector3 b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

/* ---- the red-black tree ---- */

union key {
    struct vector2 square;
    int32_t call_sign;
};

/* Negative, zero, or positive as `a` is less, equal or greater. */
typedef int32_t compare_keys(const union key *a, const union key *b);

struct node {
    union key key;
    void *value;
    struct node *left, *right, *parent;
    bool red;
};

struct tree {
    struct node *root;
    compare_keys *compare;
};

static int32_t compare(float a, float b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

static int32_t compare_squares(const union key *a, const union key *b)
{
    int32_t order = compare(a->square.x, b->square.x);
    return order != 0 ? order : compare(a->square.y, b->square.y);
}

static int32_t compare_call_signs(const union key *a, const union key *b)
{
    return a->call_sign - b->call_sign;
}

static struct node *find(const struct tree *tree, const union key *key)
{
    struct node *node = tree->root;
    while (node != NULL) {
        int32_t order = tree->compare(key, &node->key);
        if (order == 0)
            return node;
        node = order < 0 ? node->left : node->right;
    }
    return NULL;
}

static void *get(const struct tree *tree, const union key *key)
{
    struct node *node = find(tree, key);
    return node == NULL ? NULL : node->value;
}

static struct node *leftmost(struct node *node)
{
    while (node->left != NULL)
        node = node->left;
    return node;
}

static struct node *successor(struct node *node)
{
    if (node->right != NULL)
        return leftmost(node->right);
    struct node *parent = node->parent;
    while (parent != NULL && node == parent->right) {
        node = parent;
        parent = parent->parent;
    }
    return parent;
}

/* In the order of the keys. The tree must not change meanwhile. */
static void for_each(
    const struct tree *tree, void (*visit)(const union key *key, void *value, void *context), void *context)
{
    struct node *node = tree->root == NULL ? NULL : leftmost(tree->root);
    while (node != NULL) {
        visit(&node->key, node->value, context);
        node = successor(node);
    }
}

/* Puts `child` in the place of `node` below its parent. */
static void replace(struct tree *tree, struct node *node, struct node *child)
{
    struct node *parent = node->parent;
    if (parent == NULL)
        tree->root = child;
    else if (node == parent->left)
        parent->left = child;
    else
        parent->right = child;
    if (child != NULL)
        child->parent = parent;
}

static void rotate_left(struct tree *tree, struct node *node)
{
    struct node *child = node->right, *inner = child->left;
    replace(tree, node, child);
    child->left = node;
    node->parent = child;
    node->right = inner;
    if (inner != NULL)
        inner->parent = node;
}

static void rotate_right(struct tree *tree, struct node *node)
{
    struct node *child = node->left, *inner = child->right;
    replace(tree, node, child);
    child->right = node;
    node->parent = child;
    node->left = inner;
    if (inner != NULL)
        inner->parent = node;
}

/* The new node is red; if its parent is too, colours move up or a rotation ends it. */
static void balance_after_put(struct tree *tree, struct node *node)
{
    struct node *parent = node->parent;
    while (parent != NULL && parent->red) {
        struct node *grand = parent->parent;
        struct node *uncle = parent == grand->left ? grand->right : grand->left;
        if (uncle != NULL && uncle->red) {
            parent->red = false;
            uncle->red = false;
            grand->red = true;
            node = grand;
            parent = node->parent;
        } else {
            if (parent == grand->left) {
                if (node == parent->right) {
                    rotate_left(tree, parent);
                    parent = node;
                }
                rotate_right(tree, grand);
            } else {
                if (node == parent->left) {
                    rotate_right(tree, parent);
                    parent = node;
                }
                rotate_left(tree, grand);
            }
            parent->red = false;
            grand->red = true;
            break;
        }
    }
    tree->root->red = false;
}

/* Returns the value that the key had before. */
static void *put(struct tree *tree, const union key *key, void *value)
{
    struct node *parent = NULL, *at = tree->root;
    int32_t order = 0;
    while (at != NULL) {
        order = tree->compare(key, &at->key);
        if (order == 0) {
            void *before = at->value;
            at->value = value;
            return before;
        }
        parent = at;
        at = order < 0 ? at->left : at->right;
    }

    struct node *node = malloc(sizeof *node);
    *node = (struct node){.key = *key, .value = value, .parent = parent, .red = true};
    if (parent == NULL)
        tree->root = node;
    else if (order < 0)
        parent->left = node;
    else
        parent->right = node;
    balance_after_put(tree, node);
    return NULL;
}

static void swap_with_successor(struct tree *tree, struct node *node)
{
    struct node *next = leftmost(node->right);
    struct node *left = node->left, *right = node->right;
    struct node *next_parent = next->parent, *next_right = next->right;
    bool red = node->red;
    node->red = next->red;
    next->red = red;

    replace(tree, node, next);
    next->left = left;
    left->parent = next;
    if (next == right) {
        next->right = node;
        node->parent = next;
    } else {
        next->right = right;
        right->parent = next;
        node->parent = next_parent;
        next_parent->left = node;
    }
    node->left = NULL;
    node->right = next_right;
    if (next_right != NULL)
        next_right->parent = node;
}

/* Paths through `node`, which may be missing below `parent`, lack one black node. */
static void balance_after_remove(struct tree *tree, struct node *node, struct node *parent)
{
    while (parent != NULL && (node == NULL || !node->red)) {
        bool on_left = node == parent->left;
        struct node *sibling = on_left ? parent->right : parent->left;
        if (sibling->red) {
            sibling->red = false;
            parent->red = true;
            if (on_left) {
                rotate_left(tree, parent);
                sibling = parent->right;
            } else {
                rotate_right(tree, parent);
                sibling = parent->left;
            }
        }
        struct node *near = on_left ? sibling->left : sibling->right;
        struct node *far = on_left ? sibling->right : sibling->left;
        if (far != NULL && far->red) {
            far->red = false;
            sibling->red = parent->red;
            parent->red = false;
            if (on_left)
                rotate_left(tree, parent);
            else
                rotate_right(tree, parent);
            return;
        }
        if (near != NULL && near->red) {
            near->red = parent->red;
            parent->red = false;
            if (on_left) {
                rotate_right(tree, sibling);
                rotate_left(tree, parent);
            } else {
                rotate_left(tree, sibling);
                rotate_right(tree, parent);
            }
            return;
        }
        sibling->red = true;
        node = parent;
        parent = node->parent;
    }
    if (node != NULL)
        node->red = false;
}

/* Returns the value that the key had. */
static void *take(struct tree *tree, const union key *key)
{
    struct node *node = find(tree, key);
    if (node == NULL)
        return NULL;
    /* A node with two children gives its place to its successor, which has no left child. */
    if (node->left != NULL && node->right != NULL)
        swap_with_successor(tree, node);
    struct node *child = node->left != NULL ? node->left : node->right;
    struct node *parent = node->parent;
    replace(tree, node, child);
    if (!node->red)
        balance_after_remove(tree, child, parent);
    void *value = node->value;
    free(node);
    return value;
}

static void free_nodes(struct node *node)
{
    if (node != NULL) {
        free_nodes(node->left);
        free_nodes(node->right);
        free(node);
    }
}

/* ---- aircraft ---- */

#define AIRCRAFT 10
#define FRAMES 200

#define MIN_X 0.0f
#define MIN_Y 0.0f
#define MIN_Z 0.0f
#define MAX_X 1000.0f
#define MAX_Y 1000.0f
#define MAX_Z 10.0f
#define PROXIMITY 1.0f
#define SQUARE 2.0f

struct aircraft {
    int32_t call_sign;
    struct vector3 position;
};

struct collision {
    int32_t first, second;
    struct vector3 position;
};

struct collision_list {
    struct collision *items;
    int32_t length, capacity;
};

/* The way of an aircraft from one frame to the next. */
struct motion {
    int32_t call_sign;
    struct vector3 from, to;
};

struct motion_list {
    const struct motion **items;
    int32_t length, capacity;
};

static void add_collision(struct collision_list *list, struct collision collision)
{
    if (list->length == list->capacity) {
        list->capacity = list->capacity == 0 ? 4 : 2 * list->capacity;
        list->items = realloc(list->items, list->capacity * sizeof *list->items);
    }
    list->items[list->length++] = collision;
}

static void add_motion(struct motion_list *list, const struct motion *motion)
{
    if (list->length == list->capacity) {
        list->capacity = list->capacity == 0 ? 4 : 2 * list->capacity;
        list->items = realloc(list->items, list->capacity * sizeof *list->items);
    }
    list->items[list->length++] = motion;
}

/* Finds a place where both aircraft come too close to each other at some time of the frame, if there is one. */
static bool intersection(const struct motion *one, const struct motion *other, struct vector3 *place)
{
    struct vector3 way1 = minus(one->to, one->from);
    struct vector3 way2 = minus(other->to, other->from);
    struct vector3 apart = minus(one->from, other->from);

    /* The squared distance at time t is a t² + b t + c + PROXIMITY². */
    struct vector3 relative = minus(way1, way2);
    float a = dot(relative, relative);
    float c = dot(apart, apart) - PROXIMITY * PROXIMITY;
    if (a == 0.0f) {
        *place = times(plus(one->from, other->from), 0.5f);
        return c <= 0.0f;
    }
    float b = 2.0f * dot(apart, relative);
    float discriminant = b * b - 4.0f * a * c;
    if (discriminant < 0.0f)
        return false;
    float root = sqrtf(discriminant);
    float enter = (-b - root) / (2.0f * a);
    float leave = (-b + root) / (2.0f * a);
    if (enter > 1.0f || leave < 0.0f)
        return false;
    float time = enter <= 0.0f ? 0.0f : enter;
    struct vector3 place1 = plus(one->from, times(way1, time));
    struct vector3 place2 = plus(other->from, times(way2, time));
    *place = times(plus(place1, place2), 0.5f);
    return place->x >= MIN_X && place->x <= MAX_X && place->y >= MIN_Y && place->y <= MAX_Y
        && place->z >= MIN_Z && place->z <= MAX_Z;
}

/* Where all aircraft are at that time, whose cosine and sine are given. */
static void simulate(struct aircraft *frame, float time, float cosine, float sine)
{
    for (int32_t i = 0; i < AIRCRAFT; i += 2) {
        frame[i] = (struct aircraft){i, {time, cosine * 2.0f + i * 3, 10.0f}};
        frame[i + 1] = (struct aircraft){i + 1, {time, sine * 2.0f + i * 3, 10.0f}};
    }
}

/* ---- detection ---- */

/*
 * Whether a way from `start`, `length` long, meets the strip from `low`, as wide as a square and widened by
 * half the proximity at both sides, is decided along x and y alike; `enter` and `leave` are the times.
 */
struct strip {
    bool still, inside;
    float enter, leave;
};

static struct strip make_strip(float low, float start, float length)
{
    const float margin = PROXIMITY * 0.5f;
    float enter = (low - margin - start) / length;
    float leave = (low + SQUARE + margin - start) / length;
    return (struct strip){
        .still = length == 0.0f,
        .inside = low <= start + margin && start - margin <= low + SQUARE,
        .enter = length < 0.0f ? leave : enter,
        .leave = length < 0.0f ? enter : leave,
    };
}

static bool meets(const struct strip *strip)
{
    return strip->still ? strip->inside : strip->enter <= 1.0f && strip->leave >= 0.0f;
}

static bool meets_together(const struct strip *x, const struct strip *y)
{
    return x->still || y->still || (x->enter <= y->leave && y->enter <= x->leave);
}

static bool touches(struct vector2 square, const struct motion *motion)
{
    if (square.x > MAX_X || square.x < MIN_X || square.y > MAX_Y || square.y < MIN_Y)
        return false;
    struct strip x = make_strip(square.x, motion->from.x, motion->to.x - motion->from.x);
    struct strip y = make_strip(square.y, motion->from.y, motion->to.y - motion->from.y);
    return meets(&x) && meets(&y) && meets_together(&x, &y);
}

static struct vector2 square_at(struct vector3 position)
{
    int32_t column = position.x / SQUARE, row = position.y / SQUARE;
    float x = SQUARE * column, y = SQUARE * row;
    return (struct vector2){position.x < 0.0f ? x - SQUARE : x, position.y < 0.0f ? y - SQUARE : y};
}

static void enter(struct tree *squares, const union key *key, const struct motion *motion)
{
    struct motion_list *list = get(squares, key);
    if (list == NULL) {
        list = calloc(1, sizeof *list);
        put(squares, key, list);
    }
    add_motion(list, motion);
}

/* Enters the motion at this square and, from there, at all that it touches. */
static void draw(struct tree *squares, struct tree *seen, struct vector2 square, const struct motion *motion)
{
    static char present; /* what every square in `seen` has as its value */
    if (!touches(square, motion))
        return;
    union key key = {.square = square};
    if (put(seen, &key, &present) != NULL)
        return;
    enter(squares, &key, motion);
    float left = square.x - SQUARE, right = square.x + SQUARE;
    float down = square.y - SQUARE, up = square.y + SQUARE;
    draw(squares, seen, (struct vector2){left, square.y}, motion);
    draw(squares, seen, (struct vector2){right, square.y}, motion);
    draw(squares, seen, (struct vector2){square.x, down}, motion);
    draw(squares, seen, (struct vector2){square.x, up}, motion);
    draw(squares, seen, (struct vector2){left, down}, motion);
    draw(squares, seen, (struct vector2){left, up}, motion);
    draw(squares, seen, (struct vector2){right, down}, motion);
    draw(squares, seen, (struct vector2){right, up}, motion);
}

struct gone {
    const struct tree *seen;
    int32_t call_signs[AIRCRAFT];
    int32_t length;
};

static void collect_gone(const union key *key, void *value, void *context)
{
    (void)value;
    struct gone *gone = context;
    if (get(gone->seen, key) == NULL)
        gone->call_signs[gone->length++] = key->call_sign;
}

/* An aircraft that was not there before has not moved; one that is gone is forgotten. */
static void make_motions(struct tree *positions, const struct aircraft *frame, struct motion *motions)
{
    struct tree seen = {NULL, compare_call_signs};
    for (int32_t i = 0; i < AIRCRAFT; i++) {
        union key key = {.call_sign = frame[i].call_sign};
        struct vector3 *position = malloc(sizeof *position);
        *position = frame[i].position;
        struct vector3 *before = put(positions, &key, position);
        put(&seen, &key, position);
        motions[i] = (struct motion){
            frame[i].call_sign, before == NULL ? frame[i].position : *before, frame[i].position,
        };
        free(before);
    }

    struct gone gone = {.seen = &seen};
    for_each(positions, collect_gone, &gone);
    for (int32_t i = 0; i < gone.length; i++) {
        union key key = {.call_sign = gone.call_signs[i]};
        free(take(positions, &key));
    }
    free_nodes(seen.root);
}

static void collect_collisions(const union key *key, void *value, void *context)
{
    (void)key;
    const struct motion_list *list = value;
    for (int32_t i = 0; i < list->length; i++) {
        for (int32_t j = i + 1; j < list->length; j++) {
            struct vector3 place;
            if (intersection(list->items[i], list->items[j], &place)) {
                add_collision(
                    context,
                    (struct collision){list->items[i]->call_sign, list->items[j]->call_sign, place});
            }
        }
    }
}

static void free_motion_list(const union key *key, void *value, void *context)
{
    (void)key;
    (void)context;
    struct motion_list *list = value;
    free(list->items);
    free(list);
}

/* The number of collisions in the frame. */
static int32_t handle_frame(struct tree *positions, const struct aircraft *frame)
{
    struct motion *motions = malloc(AIRCRAFT * sizeof *motions);
    make_motions(positions, frame, motions);
    struct tree squares = {NULL, compare_squares};
    for (int32_t i = 0; i < AIRCRAFT; i++) {
        struct tree seen = {NULL, compare_squares};
        draw(&squares, &seen, square_at(motions[i].from), &motions[i]);
        free_nodes(seen.root);
    }

    struct collision_list collisions = {0};
    for_each(&squares, collect_collisions, &collisions);
    for_each(&squares, free_motion_list, NULL);
    free_nodes(squares.root);
    free(collisions.items);
    free(motions);
    return collisions.length;
}

static void free_position(const union key *key, void *value, void *context)
{
    (void)key;
    (void)context;
    free(value);
}

int32_t bench_main(void)
{
    struct tree positions = {NULL, compare_call_signs};
    int32_t collisions = 0;
    float cosine = 1.0f, sine = 0.0f;
    for (int32_t i = 0; i < FRAMES; i++) {
        struct aircraft frame[AIRCRAFT];
        simulate(frame, i / 10.0f, cosine, sine);
        collisions += handle_frame(&positions, frame);
        /* A frame is a tenth of a second: turns by 0.1. */
        float next = cosine * 0.9950041652780258f - sine * 0.09983341664682815f;
        sine = sine * 0.9950041652780258f + cosine * 0.09983341664682815f;
        cosine = next;
    }
    for_each(&positions, free_position, NULL);
    free_nodes(positions.root);
    return collisions == 390;
}
