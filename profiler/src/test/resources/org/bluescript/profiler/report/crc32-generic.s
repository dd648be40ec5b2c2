f13_crc32_rest:
	@ args = 8, pretend = 0, frame = 0
	@ frame_needed = 0, uses_anonymous_args = 0
	push	{r4, r5, r6, r7, r8, r9, r10, lr}
	cmp	r0, #1
	ldr	r4, [sp, #32]
	ldr	r5, [sp, #36]
	mov	r6, r2
	mov	r7, r1
	sub	r8, r2, #68
	beq	.L2
	lsls	r1, r3, #29
	mov	r10, r0
	mov	r0, r3
	bne	.L3
	eor	r4, r3, #7
	mvns	r4, r4
	mov	r9, r10
	b	.L4
.L3:
	ldr	r3, .L42
	movs	r1, #14
	blx	r3
	mov	r9, r10
	mov	r4, r0
	b	.L4
.L6:
	ror	r3, r8, #3
	cmp	r3, #520093696
	bcs	.L7
	ldr	r2, .L42+4
	ldr	r0, [r6, #-4]
	cmp	r0, r2
	sub	r3, r6, #4
	bne	.L7
	lsls	r2, r1, #29
	bne	.L7
	ldr	r0, [r3, #4]
	cmp	r0, r1, lsr #3
	lsr	r2, r1, #3
	bls	.L7
	ldr	r3, [r6, #4]
	ldr	r1, [r3, r2, lsl #2]
.L8:
	orr	r3, r4, r1
	lsls	r0, r3, #29
	bne	.L9
	eor	r0, r4, r1
.L10:
	lsls	r1, r0, #29
	bne	.L11
	and	r1, r0, #2040
.L12:
	sub	r3, r7, #68
	ror	r3, r3, #3
	cmp	r3, #520093696
	bcs	.L13
	ldr	r2, .L42+4
	ldr	r0, [r7, #-4]
	cmp	r0, r2
